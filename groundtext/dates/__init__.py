"""Date expressions: found, resolved against the date of publication, said in words."""

from groundtext.dates.expressions import DateExpression as DateExpression
from groundtext.dates.expressions import find_dates as find_dates
from groundtext.dates.mentioning import mention_dates as mention_dates
from groundtext.dates.windows import Window as Window
from groundtext.dates.windows import published_window as published_window
