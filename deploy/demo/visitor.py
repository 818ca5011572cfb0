"""Somebody at a browser: signs in to the pages of a running platform, and looks around."""

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

PHONE = ViewportSize(width=390, height=844)
DESK = ViewportSize(width=1280, height=800)


class Visitor:
    """One browser profile, at one address."""

    def __init__(self, browser: Browser, address: str, *, phone: bool = False, script: bool = True) -> None:
        self.address = address
        self.context: BrowserContext = browser.new_context(
            viewport=PHONE if phone else DESK, java_script_enabled=script, locale="da-DK"
        )
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda said: self._noted(said.type, said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def sign_in(self, who: str, path: str = "/") -> Page:
        """Opens an address and signs in as somebody, by id, when it is asked for."""
        self.page.goto(self.address + path)
        self.page.locator(f'button[value="{who}"]').click()
        self.page.wait_for_url(f"{self.address}/**")
        return self.page

    def goes(self, path: str) -> int:
        """Opens an address; the status of the answer."""
        answer = self.page.goto(self.address + path)
        return answer.status if answer else 0

    def close(self) -> None:
        """Leaves."""
        self.context.close()

    def _noted(self, kind: str, text: str) -> None:
        """What the browser complains about: policies broken, files missing, errors of the script."""
        if kind in ("error", "warning") and "the server responded with a status of" not in text:
            self.complaints.append(text)
