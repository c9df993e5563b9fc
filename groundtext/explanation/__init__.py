"""Why a passage is linked as it is: what was found in it, and what was considered and rejected."""

from groundtext.explanation.explaining import Explanation as Explanation
from groundtext.explanation.explaining import explain as explain
from groundtext.explanation.rejections import Provider as Provider
from groundtext.explanation.rejections import providers as providers
from groundtext.explanation.target import Target as Target
from groundtext.explanation.target import document_named as document_named
from groundtext.explanation.target import parse_target as parse_target
from groundtext.explanation.target import passages_at as passages_at
from groundtext.explanation.wording import explanation_json as explanation_json
from groundtext.explanation.wording import explanation_lines as explanation_lines
