"""Deployments for workers: all that `serve_all` would serve, in a work pool, and an end to runs whose worker died."""

from contextlib import suppress
from datetime import timedelta
from urllib.request import urlopen

from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.exceptions import ObjectAlreadyExists, PrefectHTTPStatusError
from prefect.settings import PREFECT_API_URL

from claims.settings_file import SettingsError
from flows.running.server import ServerError
from flows.running.serving import deployments
from flows.running.workers import POOL

_ZOMBIES = "End runs whose worker died"
# A run sends a heartbeat every half minute (PREFECT_FLOWS_HEARTBEAT_FREQUENCY); three missed ones are no accident.
RUNS = {"PREFECT_FLOWS_HEARTBEAT_FREQUENCY": "30", "PREFECT_LOGGING_EXTRA_LOGGERS": "atodds"}
SILENT = timedelta(seconds=90)


def deploy_all(silent: timedelta = SILENT) -> list[str]:
    """Put every deployment into the pool, which is made if need be; returns their names. Doing it again updates.

    A run that is ``silent`` for so long is ended. Raises SettingsError where no server is named, and ServerError where
    it does not take them.
    """
    api = PREFECT_API_URL.value()
    if not api:
        raise SettingsError("PREFECT_API_URL names no server, such as http://server.example:4200/api")
    made = deployments()
    try:
        urlopen(f"{api}/health", timeout=10).close()
        with get_client(sync_client=True) as client, suppress(ObjectAlreadyExists):
            client.create_work_pool(WorkPoolCreate(name=POOL, type="process"))
        for one in made:
            one.job_variables = {"env": RUNS}
            one.apply(work_pool_name=POOL)
        _end_zombies(silent)
    except (OSError, PrefectHTTPStatusError) as error:
        raise ServerError(f"Prefect's server at {api} does not take the deployments: {error}") from error
    return [f"{one.flow_name}/{one.name}" for one in made]


def _end_zombies(silent: timedelta) -> None:
    """Without it a killed run stays "running", and its topic's next runs are left out as long as it does."""
    trigger = EventTrigger(
        after={"prefect.flow-run.heartbeat"},
        expect={"prefect.flow-run.heartbeat", "prefect.flow-run.Completed", "prefect.flow-run.Failed"}
        | {"prefect.flow-run.Cancelled", "prefect.flow-run.Crashed"},
        match={"prefect.resource.id": "prefect.flow-run.*"},
        for_each={"prefect.resource.id"},
        posture=Posture.Proactive,
        threshold=1,
        within=silent,
    )
    why = "No heartbeat: its worker died."
    ended = ChangeFlowRunState(name=None, state=StateType.CRASHED, message=why, force=False)
    with get_client(sync_client=True) as client:
        for old in client.read_automations_by_name(_ZOMBIES):
            client.delete_automation(old.id)
        client.create_automation(AutomationCore(name=_ZOMBIES, trigger=trigger, actions=[ended]))
