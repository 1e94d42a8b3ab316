/** Draws the example photos of a complaint on a canvas: nobody's real photo, and nothing to download. */

const WIDTH = 960;
const HEIGHT = 720;

function fill(draw, colour, path) {
  draw.fillStyle = colour;
  draw.beginPath();
  path(draw);
  draw.fill();
}

function backdrop(draw, floor) {
  const wall = draw.createLinearGradient(0, 0, 0, HEIGHT);
  wall.addColorStop(0, "#cfd6d8");
  wall.addColorStop(1, "#a9b3b6");
  draw.fillStyle = wall;
  draw.fillRect(0, 0, WIDTH, HEIGHT);
  draw.fillStyle = "#7f8a8c";
  draw.fillRect(0, floor, WIDTH, HEIGHT - floor);
}

function drop(draw, x, y, size) {
  fill(draw, "rgba(38, 120, 190, 0.9)", (path) => {
    path.moveTo(x, y - size * 1.6);
    path.quadraticCurveTo(x + size, y, x, y + size * 0.6);
    path.quadraticCurveTo(x - size, y, x, y - size * 1.6);
  });
}

function puddle(draw, x, y, width) {
  fill(draw, "rgba(45, 110, 160, 0.55)", (path) => path.ellipse(x, y, width, width / 6, 0, 0, Math.PI * 2));
}

function housing(draw) {
  fill(draw, "#2c5d7c", (path) => path.roundRect(120, 300, 330, 200, 26));
  draw.fillStyle = "#24506b";
  for (let x = 150; x < 430; x += 34) draw.fillRect(x, 300, 12, 200);
  fill(draw, "#3f4a4f", (path) => path.rect(450, 370, 110, 56));
  fill(draw, "#b23a2e", (path) => path.arc(650, 400, 135, 0, Math.PI * 2));
  fill(draw, "#8f2c22", (path) => path.arc(650, 400, 62, 0, Math.PI * 2));
  fill(draw, "#a33429", (path) => path.rect(600, 170, 100, 120));
  fill(draw, "#5a3a36", (path) => path.rect(585, 150, 130, 26));
  fill(draw, "#49525a", (path) => path.rect(110, 500, 690, 34));
}

function pump(draw) {
  backdrop(draw, 530);
  housing(draw);
  puddle(draw, 560, 610, 240);
  for (const [x, y, size] of [[508, 452, 15], [520, 500, 12], [498, 552, 14], [530, 585, 10]]) drop(draw, x, y, size);
}

function seal(draw) {
  backdrop(draw, HEIGHT);
  const rings = [[300, "#535f66"], [240, "#8b979d"], [190, "#2f373b"], [120, "#aab4b9"], [70, "#555f65"]];
  for (const [radius, colour] of rings) fill(draw, colour, (path) => path.arc(480, 360, radius, 0, Math.PI * 2));
  draw.strokeStyle = "#151a1c";
  draw.lineWidth = 7;
  draw.beginPath();
  draw.moveTo(596, 440);
  draw.lineTo(622, 470);
  draw.lineTo(618, 500);
  draw.lineTo(650, 536);
  draw.stroke();
  for (const [x, y, size] of [[640, 570, 26], [676, 620, 20], [602, 628, 18], [648, 668, 24]]) drop(draw, x, y, size);
}

function plate(draw, words) {
  backdrop(draw, HEIGHT);
  fill(draw, "#2c5d7c", (path) => path.rect(60, 60, 840, 600));
  fill(draw, "#d9dde0", (path) => path.roundRect(140, 140, 680, 440, 22));
  for (const [x, y] of [[170, 170], [790, 170], [170, 550], [790, 550]]) fill(draw, "#7c8589", (path) => path.arc(x, y, 11, 0, Math.PI * 2));
  draw.fillStyle = "#1d2529";
  words.forEach((line, at) => {
    draw.font = at === 0 ? "bold 62px sans-serif" : "42px sans-serif";
    draw.fillText(line, 210, 260 + at * 84);
  });
}

/** The pictures that can be drawn, by the key of their words. */
export const PICTURES = {
  pump: (draw) => pump(draw),
  seal: (draw) => seal(draw),
  label: (draw, words) => plate(draw, words),
};

/** One example photo as a JPEG file; `words` are the lines on a type plate. */
export function paint(kind, words) {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  PICTURES[kind](canvas.getContext("2d"), words);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(new File([blob], `${kind}.jpg`, { type: "image/jpeg" })), "image/jpeg", 0.85));
}
