# Gongdao in a container: docker build -t gongdao . — how to run it stands in docs/running.md.
FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN python -m venv /opt/gongdao && /opt/gongdao/bin/pip install --no-cache-dir -r requirements.lock
COPY bot bot
COPY core core
COPY handlers handlers
COPY templates templates
RUN /opt/gongdao/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin gongdao \
    && install -d -o gongdao -g gongdao -m 0700 /data /backup
COPY --from=build /opt/gongdao /opt/gongdao
ENV PATH=/opt/gongdao/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    GONGDAO_CONFIG=/config/gongdao.toml GONGDAO_DATA=/data
USER gongdao
WORKDIR /data
VOLUME ["/data", "/backup"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5m --timeout=30s --start-period=2m CMD ["gongdao", "health", "--alive"]
ENTRYPOINT ["gongdao"]
CMD ["run"]
