"""The ledger in a real browser: it fits a phone, and its search and filters work."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

from alerts.pages.ledger import page
from claims.case import CaseStatus
from claims.relation import Relation
from tests.alerts import made
from tests.alerts.test_ledger import several

pytestmark = pytest.mark.slow
QUIET = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chrome]:
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not program or not driver:
        pytest.skip("no Chromium and chromedriver to look at pages with")
    options = ChromeOptions()
    options.binary_location = program
    for argument in (*QUIET.split(), f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(argument)
    with Chrome(options, Service(driver)) as chrome:
        yield chrome


def shown(browser: Chrome) -> list[str]:
    """The cases that one sees."""
    found = browser.find_elements(By.TAG_NAME, "article")
    return [str(case.get_attribute("id")) for case in found if case.is_displayed()]


def complaints(browser: Chrome) -> list[object]:
    """What the browser found wrong with a page."""
    log = browser.get_log("browser")  # type: ignore[no-untyped-call]
    return [entry for entry in log if entry["level"] == "SEVERE"]


def test_a_link_to_a_case_that_is_not_shown_is_answered(browser: Chrome, tmp_path: Path) -> None:
    file = tmp_path / "t.html"
    case = made.roles()
    file.write_text(page("t", "Harbor", made.excerpt(case, of=501), made.shelves(case), {}, made.NOON))
    browser.get(f"{file.as_uri()}#0ldc4se")
    told = browser.find_element(By.ID, "absent").text
    assert told.startswith("Case 0ldc4se is older than the cases shown here, or newer than this page")
    assert told.endswith("atodds case 0ldc4se prints it.")
    for known in (case.id, "cases", "", "%3Cb%3E"):
        browser.get(f"{file.as_uri()}#{known}")
        assert not browser.find_element(By.ID, "absent").is_displayed()
    assert not complaints(browser)


def test_the_page_in_a_browser(browser: Chrome, tmp_path: Path) -> None:
    note = made.case(made.roles().arrangement.positions, id="note", relation=Relation.DIFFERS)
    over = replace(made.figures(id="over"), status=CaseStatus.DISMISSED)
    file = tmp_path / "t.html"
    cases = (replace(several(), id="figures"), note, over)
    file.write_text(page("t", "Harbor", made.excerpt(*cases), made.shelves(*cases), {}, made.NOON))
    address = file.as_uri()
    for width in (360, 1200):
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)  # a window is never as narrow as a phone
        browser.get(address)
        overhang = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert browser.execute_script(overhang) == 0  # type: ignore[no-untyped-call]
        drawn = [svg for svg in browser.find_elements(By.TAG_NAME, "svg") if svg.is_displayed()]
        assert len(drawn) == 2, "one plot a case, the wide or the narrow"
    assert shown(browser) == ["figures", "note"]
    words = browser.find_element(By.ID, "words")
    words.send_keys("valley ARRESTS")
    assert shown(browser) == ["note"]
    words.clear()
    words.send_keys("x")
    words.clear()
    browser.find_element(By.ID, "conflicts").click()
    browser.find_element(By.CSS_SELECTOR, "input[value=dismissed]").click()
    assert shown(browser) == ["figures", "over"]
    browser.get(f"{address}#note")
    assert "note" in shown(browser), "a link leads to its case whatever the filters say"
    assert not complaints(browser)
