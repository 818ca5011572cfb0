"""The settings of overview, beside those of every service."""

from pydantic import Field

from eventkeep import settings
from eventkeep.settings import Port


class Settings(settings.Node):
    """Where overview answers over HTTP."""

    http_host: str = Field(default="0.0.0.0", examples=["0.0.0.0"])
    http_port: Port = Field(default=8_080, examples=["8080"])
