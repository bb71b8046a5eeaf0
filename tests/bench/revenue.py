"""Revenue of a period and what it is due to, of CSVs of deals and of what leads did, as DuckDB computes it.

Takes the deals, the acts, the first and the last day, and the database file to make; prints one JSON: open deals and
their value at the end, what was won, wins and losses, the median cycle, and the revenue by content under five models.
"""

import argparse
import json
import pathlib

import duckdb
from parts import MODELS, WEIGHTS, parted

LOAD = """
CREATE TABLE deal AS
SELECT "Deal ID" AS id, lower(coalesce("Contact Email", '')) AS lead, "Create Date" AS opened, "Close Date" AS closed,
  (CAST("Amount" AS DECIMAL(18, 2)) * 100)::BIGINT AS cents, "Deal Stage" AS stage
FROM read_csv({deals}, auto_detect = false, header = true, delim = ',', quote = '"', columns = {{
  'Deal ID': 'VARCHAR', 'Deal Name': 'VARCHAR', 'Contact Email': 'VARCHAR', 'Amount': 'VARCHAR',
  'Currency': 'VARCHAR', 'Create Date': 'TIMESTAMP', 'Close Date': 'TIMESTAMP', 'Deal Stage': 'VARCHAR'}});
CREATE TABLE act AS
SELECT DISTINCT lower(trim("Email")) AS lead, "Content" AS content, "Date" AS moment, "Activity" AS kind
FROM read_csv({acts}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {{
  'Email': 'VARCHAR', 'Activity': 'VARCHAR', 'Date': 'TIMESTAMP', 'Content': 'VARCHAR'}});
"""

FIGURES = """
WITH bound AS (SELECT TIMESTAMP '{start}' AS first, TIMESTAMP '{end}' + INTERVAL 1 DAY AS after)
SELECT count(*) FILTER (opened < after AND (closed IS NULL OR closed >= after)) AS open,
  coalesce(sum(cents) FILTER (opened < after AND (closed IS NULL OR closed >= after)), 0)::BIGINT AS pipeline,
  count(*) FILTER (stage = 'Closed won' AND closed >= first AND closed < after) AS won,
  count(*) FILTER (stage = 'Closed lost' AND closed >= first AND closed < after) AS lost,
  coalesce(sum(cents) FILTER (stage = 'Closed won' AND closed >= first AND closed < after), 0)::BIGINT AS revenue,
  median(epoch(closed) - epoch(opened))
    FILTER (stage = 'Closed won' AND closed >= first AND closed < after) / 86400 AS cycle
FROM deal CROSS JOIN bound
"""

# What marketing began, and what it had a part in: a touch within a year before the close, or before now; before the deal
# began, and by the end of the period.
PARTS = """
WITH bound AS (SELECT TIMESTAMP '{start}' AS first, TIMESTAMP '{end}' + INTERVAL 1 DAY AS after), touched AS (
  SELECT id, min(moment) AS moment FROM deal JOIN act USING (lead)
  WHERE lead <> '' AND (closed IS NULL AND epoch_ms(now_at) - epoch_ms(moment) <= 365 * 86400000::BIGINT
    OR moment < closed AND epoch_ms(closed) - epoch_ms(moment) <= 365 * 86400000::BIGINT)
  GROUP BY id
), told AS (
  SELECT deal.*, touched.moment < opened AS sourced, touched.moment < after AS influenced,
    opened < after AND (closed IS NULL OR closed >= after) AS is_open,
    stage = 'Closed won' AND closed >= first AND closed < after AS is_won
  FROM deal CROSS JOIN bound LEFT JOIN touched USING (id)
)
SELECT coalesce(sum(cents) FILTER (is_open AND sourced), 0)::BIGINT,
  coalesce(sum(cents) FILTER (is_open AND influenced), 0)::BIGINT,
  coalesce(sum(cents) FILTER (is_won AND sourced), 0)::BIGINT,
  coalesce(sum(cents) FILTER (is_won AND influenced), 0)::BIGINT FROM told
"""

# The touches of each deal won in the period, with what they weigh under each model.
SHARES = """
CREATE TABLE share AS
WITH won AS (
  SELECT * FROM deal
  WHERE stage = 'Closed won' AND closed >= TIMESTAMP '{start}' AND closed < TIMESTAMP '{end}' + INTERVAL 1 DAY
), touch AS (
  SELECT id, cents, content, epoch_ms(moment) AS ms,
    row_number() OVER (PARTITION BY id ORDER BY moment, content) AS nth,
    count(*) OVER (PARTITION BY id) AS n,
    max(epoch_ms(moment)) OVER (PARTITION BY id) AS latest
  FROM won JOIN act USING (lead)
  WHERE lead <> '' AND moment < closed AND epoch_ms(closed) - epoch_ms(moment) <= 365 * 86400000::BIGINT
)
SELECT *, {weights} FROM touch
"""

ROWS = """
SELECT content, sum(due)::BIGINT, count(DISTINCT id) FROM ({parts}) JOIN share USING (id, nth) GROUP BY content ORDER BY content
"""


def main():
    parser = argparse.ArgumentParser()
    for name in ("deals", "acts"):
        parser.add_argument(name, type=pathlib.Path)
    for name in ("start", "end"):
        parser.add_argument(name)
    parser.add_argument("database", type=pathlib.Path)
    asked = parser.parse_args()
    asked.database.unlink(missing_ok=True)
    period = {"start": asked.start, "end": asked.end}
    quoted = {name: "'" + str(getattr(asked, name)).replace("'", "''") + "'" for name in ("deals", "acts")}
    with duckdb.connect(str(asked.database), config={"threads": 2}) as connection:
        connection.execute(LOAD.format(**quoted))
        names = ("open", "pipeline", "won", "lost", "revenue", "cycle")
        figures = dict(zip(names, connection.execute(FIGURES.format(**period)).fetchone()))
        newest = "(SELECT greatest((SELECT max(opened) FROM deal), (SELECT max(closed) FROM deal), (SELECT max(moment) FROM act)))"
        parts = connection.execute(PARTS.format(**period).replace("now_at", newest)).fetchone()
        names = ("sourcedPipeline", "influencedPipeline", "sourcedRevenue", "influencedRevenue")
        figures |= dict(zip(names, parts))
        connection.execute(SHARES.format(**period, weights=WEIGHTS))
        rows = {}
        for at, model in enumerate(MODELS):
            for content, cents, deals in connection.execute(ROWS.format(parts=parted(model, "share"))).fetchall():
                row = rows.setdefault(content, {"content": content, "deals": deals, "amounts": [0] * len(MODELS)})
                row["amounts"][at] = cents
        print(json.dumps(figures | {"rows": list(rows.values())}))


main()
