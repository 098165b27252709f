FROM python:3.12-slim
RUN useradd --create-home atodds && install --directory --owner atodds /srv/ledger
WORKDIR /srv/atodds
COPY . .
RUN pip install --no-cache-dir -c constraints.txt -e '.[postgres]'
ENTRYPOINT ["/srv/atodds/containers/start"]
