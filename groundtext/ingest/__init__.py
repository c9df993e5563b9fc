"""Many documents → their analyses: resumable, and the same whatever runs them."""

from groundtext.ingest.ingesting import Ingest as Ingest
from groundtext.ingest.ingesting import Ingested as Ingested
from groundtext.ingest.ingesting import Progress as Progress
from groundtext.ingest.ingesting import ingest as ingest
from groundtext.ingest.knowledge import Knowledge as Knowledge
from groundtext.ingest.parts import Parts as Parts
