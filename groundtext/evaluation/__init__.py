"""How good the links, readings and places are, measured on right answers of one's own."""

from groundtext.evaluation.evaluating import Choices as Choices
from groundtext.evaluation.evaluating import Evaluation as Evaluation
from groundtext.evaluation.evaluating import evaluate as evaluate
from groundtext.evaluation.gold import MENTION_KINDS as MENTION_KINDS
from groundtext.evaluation.gold import Gold as Gold
from groundtext.evaluation.gold import read_gold as read_gold
from groundtext.evaluation.parts import MEASURES as MEASURES
from groundtext.evaluation.parts import Part as Part
from groundtext.evaluation.report import report_json as report_json
from groundtext.evaluation.report import report_lines as report_lines
from groundtext.evaluation.subject import Subject as Subject
from groundtext.evaluation.subject import read_subject as read_subject
from groundtext.evaluation.subject import to_subject as to_subject
