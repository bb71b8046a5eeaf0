"""The ledger of visits of CSVs of moves and deals, as DuckDB computes it.

Takes the moves of leads, the deals and their moves, and the database file to make; prints one JSON: of every stage, and of
every quarter of entry, who came, went on, went back, was lost and is there, and the median days of those who went on; and
what leaks and waits at every stage.
"""

import argparse
import json
import pathlib

import duckdb

READ = "read_csv({file}, auto_detect = false, header = true, delim = ',', quote = '\"', columns = {columns})"

# Where each stood: a stage by its place among those of its kind, 90 = behind the last, 99 = lost.
RECORDED = """
CREATE TABLE place (kind VARCHAR, name VARCHAR, pos INTEGER);
INSERT INTO place VALUES ('lead', 'Inquiry', 0), ('lead', 'MQL', 1), ('lead', 'SAL', 2), ('lead', 'Lost', 99),
  ('deal', 'Discovery', 0), ('deal', 'Evaluation', 1), ('deal', 'Proposal', 2), ('deal', 'Negotiation', 3);
CREATE TABLE recorded AS
SELECT 'lead' AS kind, lower("Email") AS who, "Edit Date" AS moment, pos AS stage
  FROM moves JOIN place ON kind = 'lead' AND name = "New Stage"
UNION ALL SELECT 'lead', lower("Contact Email"), "Create Date", 90 FROM deals WHERE "Contact Email" <> ''
UNION ALL SELECT 'deal', "Deal ID", "Edit Date", pos FROM deal_moves JOIN place ON kind = 'deal' AND name = "New Stage"
UNION ALL SELECT 'deal', "Deal ID", "Close Date", CASE "Deal Stage" WHEN 'Closed won' THEN 90 ELSE 99 END
  FROM deals WHERE "Deal Stage" LIKE 'Closed%';
"""

VISITS = """
CREATE TABLE visit AS
WITH ordered AS (
  SELECT *, lag(stage) OVER w AS before FROM recorded WINDOW w AS (PARTITION BY kind, who ORDER BY moment, stage)
), path AS (
  SELECT kind, who, moment, stage, lead(stage) OVER w AS onto, lead(moment) OVER w AS until
  FROM ordered WHERE before IS DISTINCT FROM stage
  WINDOW w AS (PARTITION BY kind, who ORDER BY moment, stage)
), seen AS (
  SELECT kind, who, stage, moment, onto, until AS gone, epoch(until) - epoch(moment) AS lasted, false AS inferred,
    CASE WHEN onto IS NULL THEN 'here' WHEN onto = 99 THEN 'lost' WHEN onto < stage THEN 'back' ELSE 'advanced' END AS ended
  FROM path WHERE stage < 90
), passed AS (
  SELECT kind, who, between_both.stage, until AS moment, NULL, until, NULL, true, 'advanced'
  FROM path, (SELECT unnest(range(0, 4)) AS stage) AS between_both
  WHERE path.stage < 90 AND onto IS NOT NULL AND onto <> 99
    AND between_both.stage > path.stage AND between_both.stage < onto
    AND between_both.stage < CASE kind WHEN 'lead' THEN 3 ELSE 4 END
)
SELECT * FROM seen UNION ALL SELECT * FROM passed;
"""

LEDGER = """
SELECT kind, stage, {cohort} AS cohort, count(*) AS entered, count(*) FILTER (inferred) AS inferred,
  count(*) FILTER (ended = 'advanced') AS advanced, count(*) FILTER (ended = 'back') AS back,
  count(*) FILTER (ended = 'lost') AS lost, count(*) FILTER (ended = 'here') AS here,
  median(lasted) FILTER (ended = 'advanced') / 86400 AS days
FROM visit GROUP BY ALL ORDER BY ALL
"""

# By stage, of the four quarters up to the newest time: what ended, was lost, was turned back over the handoff, which is
# entry to the third stage of leads. Of all time: who came (of deals, who ended), who was won, who is there, for how much.
PRICES = """
WITH newest AS (
  SELECT greatest((SELECT max(moment) FROM recorded), (SELECT max("Create Date") FROM deals)) AS moment
), first AS (
  SELECT date_trunc('day', moment) - INTERVAL 12 MONTH + INTERVAL 1 DAY AS moment FROM newest
), won AS (
  SELECT lower("Contact Email") AS email, "Deal ID" AS deal FROM deals WHERE "Deal Stage" = 'Closed won'
), outcome AS (
  SELECT 'deal' AS kind, "Deal ID" AS who, "Deal Stage" = 'Closed won' AS won FROM deals WHERE "Deal Stage" LIKE 'Closed%'
  UNION ALL SELECT DISTINCT 'lead', who, who IN (SELECT email FROM won) FROM visit WHERE kind = 'lead'
), leaks AS (
  SELECT kind, stage, count(*) AS resolved, count(*) FILTER (ended = 'lost') AS lost,
    count(*) FILTER (ended = 'back' AND kind = 'lead' AND stage >= 2 AND onto < 2) AS back
  FROM visit, first WHERE gone >= first.moment GROUP BY ALL
), came AS (
  SELECT visit.kind, stage, count(DISTINCT visit.who) AS came, count(DISTINCT visit.who) FILTER (won) AS won
  FROM visit JOIN outcome USING (kind, who) GROUP BY ALL
), here AS (
  SELECT kind, stage, count(*) AS n, coalesce(sum(CAST("Amount" AS DECIMAL(18, 2)) * 100)::BIGINT, 0) AS worth
  FROM visit LEFT JOIN deals ON kind = 'deal' AND who = "Deal ID" WHERE ended = 'here' GROUP BY ALL
)
SELECT kind, stage, coalesce(resolved, 0), coalesce(lost, 0), coalesce(back, 0), coalesce(came, 0), coalesce(won, 0),
  coalesce(n, 0), coalesce(worth, 0)
FROM leaks FULL JOIN came USING (kind, stage) FULL JOIN here USING (kind, stage) ORDER BY ALL
"""

WON = """
SELECT count(*), sum(CAST("Amount" AS DECIMAL(18, 2)) * 100)::BIGINT FROM deals WHERE "Deal Stage" = 'Closed won'
"""

PRICED = ("kind", "stage", "resolved", "lost", "turnedBack", "of", "won", "n", "value")
NAMES = ("kind", "stage", "cohort", "entered", "inferred", "advanced", "movedBack", "lost", "here", "days")


def table(connection, name, file, **columns):
    quoted = "'" + str(file).replace("'", "''") + "'"
    told = "{" + ", ".join(f"'{column.replace('_', ' ')}': '{kind}'" for column, kind in columns.items()) + "}"
    connection.execute(f"CREATE TABLE {name} AS SELECT * FROM " + READ.format(file=quoted, columns=told))


def ledger(connection, cohort):
    rows = connection.execute(LEDGER.format(cohort=cohort)).fetchall()
    return [dict(zip(NAMES, row)) for row in rows]


def visits(connection, moves, deals, deal_moves):
    text, moment = "VARCHAR", "TIMESTAMP"
    table(connection, "moves", moves, Email=text, New_Stage=text, Edit_Date=moment, Reason=text)
    table(connection, "deals", deals, Deal_ID=text, Deal_Name=text, Contact_Email=text, Amount=text,
          Currency=text, Create_Date=moment, Close_Date=moment, Deal_Stage=text)
    table(connection, "deal_moves", deal_moves, Deal_ID=text, New_Stage=text, Edit_Date=moment)
    connection.execute(RECORDED)
    connection.execute(VISITS)


def main():
    parser = argparse.ArgumentParser()
    for name in ("moves", "deals", "deal_moves", "database"):
        parser.add_argument(name, type=pathlib.Path)
    asked = parser.parse_args()
    asked.database.unlink(missing_ok=True)
    with duckdb.connect(str(asked.database), config={"threads": 2}) as connection:
        visits(connection, asked.moves, asked.deals, asked.deal_moves)
        (leads,) = connection.execute("SELECT count(DISTINCT who) FROM recorded WHERE kind = 'lead' AND stage = 90").fetchone()
        (deals, direct) = connection.execute(
            "SELECT count(*) FILTER (\"Contact Email\" <> ''), count(*) FILTER (coalesce(\"Contact Email\", '') = '') FROM deals"
        ).fetchone()
        (won, value) = connection.execute(WON).fetchone()
        prices = [dict(zip(PRICED, row)) for row in connection.execute(PRICES).fetchall()]
        print(json.dumps({
            "prices": prices,
            "won": {"deals": won, "value": value},
            "all": ledger(connection, "NULL"),
            "quarters": ledger(connection, "date_trunc('quarter', moment)::DATE::VARCHAR"),
            "seam": {"leads": leads, "deals": deals, "direct": direct},
        }))


if __name__ == "__main__":
    main()
