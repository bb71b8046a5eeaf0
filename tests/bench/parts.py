"""To which touches the value of a deal is due, in SQL: what each weighs, and the cents that are due to it."""

MODELS = ("first_touch", "last_touch", "linear", "position_based", "time_decay")

# Of touches with their place `nth` of `n`, when they were (`ms`) and when the latest of the deal was. Whole numbers, so that
# nothing is rounded, but for what halves from week to week. By position 40, 20 and 40 in a hundred, of two half to each.
WEIGHTS = """CASE nth WHEN 1 THEN 1 ELSE 0 END AS first_touch, CASE nth WHEN n THEN 1 ELSE 0 END AS last_touch, 1 AS linear,
  CASE WHEN n <= 2 THEN 1 WHEN nth = 1 OR nth = n THEN 2 * (n - 2) ELSE 1 END AS position_based,
  pow(2, -(latest - ms) / (7 * 86400000.0)) AS time_decay"""

# Whole cents by the largest remainder, of equal ones the earlier touch first.
PARTS = """
SELECT id, nth, (whole + CASE WHEN place <= free THEN 1 ELSE 0 END)::BIGINT AS due FROM (
  SELECT id, nth, whole, cents - sum(whole) OVER (PARTITION BY id) AS free,
    row_number() OVER (PARTITION BY id ORDER BY above - whole * below DESC, nth) AS place
  FROM (SELECT *, {divided}::BIGINT AS whole FROM (
    SELECT id, nth, cents, cents * {model} AS above, sum({model}) OVER (PARTITION BY id)::{number} AS below FROM {touches}))
)
"""


def parted(model, touches):
    """The cents `due` to each `nth` touch of each deal `id` of a table with weights and `cents`."""
    whole = model != "time_decay"
    number, divided = ("BIGINT", "(above // below)") if whole else ("DOUBLE", "floor(above / below)")
    return PARTS.format(model=model, touches=touches, number=number, divided=divided)
