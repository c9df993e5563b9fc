"""Foreign files are read in a process of their own, with limits, and without the network."""

from groundtext.sandbox.limits import Limits as Limits
from groundtext.sandbox.log import escaped as escaped
from groundtext.sandbox.sandbox import Sandbox as Sandbox
