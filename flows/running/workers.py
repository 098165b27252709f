"""Who does the passes: Prefect's server, what is deployed there, the pool's workers, and runs that nobody took."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.request import urlopen

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import DeploymentFilter, FlowFilter, FlowRunFilter
from prefect.client.schemas.objects import DeploymentStatus, WorkerStatus
from prefect.client.schemas.responses import DeploymentResponse
from prefect.client.schemas.sorting import FlowRunSort
from prefect.exceptions import ObjectNotFound, PrefectHTTPStatusError
from prefect.settings import PREFECT_API_URL, PREFECT_CLIENT_MAX_RETRIES, temporary_settings

from claims.topic import Topic
from flows.running.finding import Finding

POOL = "atodds"
CLOCKS_APART = timedelta(seconds=5)
PATIENCE = 5.0  # seconds for each question to the server
_LATE = timedelta(minutes=1)  # a worker asks for runs every quarter of a minute
_MANY = 200  # the server lists no more at once
_DEPLOY = "`atodds deploy`, with the ATODDS_TOPICS of the workers"


def at_prefect(api: str, topics: Sequence[Topic]) -> Generator[Finding, None, bool]:
    """Look at the server at ``api``, and who does the passes over ``topics`` there; returns whether it can be asked.

    Where it is gone or does not let us in, that is a finding, and comes within seconds.
    """
    try:
        with urlopen(f"{api.rstrip('/')}/health", timeout=PATIENCE) as answer:
            theirs, now = parsedate_to_datetime(answer.headers["Date"]).astimezone(UTC), datetime.now(UTC)
    except (OSError, TypeError, ValueError) as error:
        start = "start it (`prefect server start`), or mend PREFECT_API_URL"
        yield Finding(f"Prefect's server does not answer at {api}: {getattr(error, 'reason', error)}", start)
        return False
    apart = abs(theirs - now) > CLOCKS_APART + timedelta(seconds=1)  # the header knows no fractions
    yield Finding(f"Prefect's server at {api}", "keep its clock and ours by NTP" if apart else "")
    try:
        with (
            temporary_settings({PREFECT_API_URL: api, PREFECT_CLIENT_MAX_RETRIES: 0}),
            get_client(httpx_settings={"timeout": PATIENCE}, sync_client=True) as client,
        ):
            found = list(_asked(client, topics, now))
    except PrefectHTTPStatusError as error:
        status = error.response.status_code
        fix = "set PREFECT_API_AUTH_STRING to the server's" if status in (401, 403) else "see the server's log"
        yield Finding(f"Prefect's server does not say who works: it answers {status}", fix)
        return False
    except Exception as error:  # whatever else the client meets, a doctor tells it and looks on
        yield Finding(f"Prefect's server does not say who works: {error}", "see the server's log")
        return False
    yield from found
    return True


def _asked(client: SyncPrefectClient, topics: Sequence[Topic], now: datetime) -> Iterator[Finding]:
    deployed = _deployed(client)
    wanted = [topic.key for topic in topics]
    for key in wanted:
        if key not in deployed:
            yield Finding(f"{key}: no deployment", _DEPLOY)
    for key in sorted(deployed.keys() - wanted) if topics else ():  # none: their file is wrong, which is told
        drop = f"`prefect deployment delete ingest/{key}` and `digest/{key}`"
        yield Finding(f"{key}: deployed, and no topic here", f"name its file in ATODDS_TOPICS, or {drop}")
    yield from _served(deployed)
    # Where nothing is deployed our own pool is to be there; `atodds serve` needs none.
    pools = {one.work_pool_name for one in deployed.values()} or {POOL}
    for pool in sorted(filter(None, pools)):
        yield from _pool(client, pool)
    yield from _late(client, now)


def _deployed(client: SyncPrefectClient) -> dict[str, DeploymentResponse]:
    """The deployments of passes, by topic."""
    flow = FlowFilter.model_validate({"name": {"any_": ["ingest"]}})
    ours = DeploymentFilter.model_validate({"tags": {"all_": ["atodds"]}})
    found: dict[str, DeploymentResponse] = {}
    while True:
        page = client.read_deployments(flow_filter=flow, deployment_filter=ours, limit=_MANY, offset=len(found))
        found |= {one.name: one for one in page}
        if len(page) < _MANY:
            return found


def _served(deployed: Mapping[str, DeploymentResponse]) -> Iterator[Finding]:
    """Deployments without a pool are run by the process of `atodds serve`, which keeps asking for their runs."""
    for key, one in deployed.items():
        if one.work_pool_name is None:
            asks = one.status == DeploymentStatus.READY
            yield Finding(f"{key}: deployed by `atodds serve`", "" if asks else "start it again: it asks for no runs")


def _pool(client: SyncPrefectClient, name: str) -> Iterator[Finding]:
    try:
        pool = client.read_work_pool(name)
    except ObjectNotFound:
        yield Finding(f"there is no work pool {name}", _DEPLOY)
        return
    if pool.is_paused:
        yield Finding(f"work pool {name} is paused", f"`prefect work-pool resume {name}`")
    workers = client.read_workers_for_work_pool(name)  # whoever was heard of last comes first
    online = sum(worker.status == WorkerStatus.ONLINE for worker in workers)
    heard = workers[0].last_heartbeat_time if workers else None
    last = f"the last one heard of at {_utc(heard)}" if heard else "none was ever heard of"
    start = f"`prefect worker start --pool {name}`, on a machine that has the topics"
    yield Finding(f"work pool {name}: {_counted(online, 'worker')} online, {last}", "" if online else start)


def _late(client: SyncPrefectClient, now: datetime) -> Iterator[Finding]:
    """Runs that are scheduled, should have started and have not; those that wait for another try are not late."""
    due = {"state": {"name": {"any_": ["Scheduled", "Late"]}}, "expected_start_time": {"before_": now - _LATE}}
    late = client.read_flow_runs(
        flow_run_filter=FlowRunFilter.model_validate({"tags": {"all_": ["atodds"]}, **due}),
        sort=FlowRunSort.EXPECTED_START_TIME_ASC,
        limit=_MANY,
    )
    if late:
        more = " or more" if len(late) == _MANY else ""
        first = _utc(late[0].expected_start_time or now)
        told = f"{_counted(len(late), 'run')}{more} late, the first was due at {first}"
        yield Finding(told, "see that a worker runs and what it logs; `prefect flow-run ls --state Late` lists them")


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
