"""The token that every bot of the bench carries; the fake server believes any."""

TOKEN = "123456:" + "bench" * 7
