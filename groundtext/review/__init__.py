"""What people decide about links: read, kept, carried over to new texts, and laid over links."""

from groundtext.review.anchoring import Anchor as Anchor
from groundtext.review.anchoring import Fit as Fit
from groundtext.review.anchoring import anchor as anchor
from groundtext.review.applying import Reviewed as Reviewed
from groundtext.review.applying import apply_decisions as apply_decisions
from groundtext.review.applying import as_found as as_found
from groundtext.review.decisions import decision_line as decision_line
from groundtext.review.decisions import make_decision as make_decision
from groundtext.review.decisions import parse_decisions as parse_decisions
from groundtext.review.decisions import quote_digest as quote_digest
from groundtext.review.decisions import read_decisions as read_decisions
from groundtext.review.log import append_decisions as append_decisions
from groundtext.review.log import decisions_path as decisions_path
from groundtext.review.standing import Standing as Standing
from groundtext.review.standing import standing as standing
