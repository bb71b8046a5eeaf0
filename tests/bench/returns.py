"""What marketing cost and gave back in some periods, and which deals were past their line, of CSVs of leads, what they did,
channels, deals, content and programmes, as DuckDB computes it.

Takes the folder of the files, the database file to make, and periods, each the first and the last day with a colon between.
Prints one JSON: of each period the figures with numerator, denominator and n, those of stages, and what is due to whom.
"""

import argparse
import json
import pathlib

import duckdb
from funnel import table, visits
from parts import MODELS, WEIGHTS, parted

# What one unit of a currency is worth on a day; and to which programme a campaign belongs: that which lists it, else that
# of its name.
RATES = """
CREATE TABLE rate_on AS
WITH days AS (SELECT unnest(range(DATE '2015-01-01', DATE '2017-01-02', INTERVAL 1 DAY))::DATE AS day)
SELECT 'EUR' AS currency, day, 1.0::DOUBLE AS rate FROM days
UNION ALL SELECT "Currency", day, arg_max("Rate", "On") FROM rates JOIN days ON "On" <= day GROUP BY ALL;
CREATE TABLE owner AS
WITH named AS (
  SELECT DISTINCT "Programme" AS programme, unnest(str_split(lower("Campaigns"), ';')) AS campaign, 1 AS rank FROM programmes
  UNION ALL SELECT DISTINCT "Programme", lower("Programme"), 2 FROM programmes
)
SELECT campaign, arg_min(programme, rank) AS programme FROM named WHERE campaign <> '' GROUP BY campaign;
"""

# Costs by the rate of their day: of a channel the last it is told for, of a programme the first of its month, of content
# the day it came out, else the newest.
COSTS = """
CREATE TABLE spent AS
WITH told AS (
  SELECT "Date"::DATE AS first, "Date"::DATE AS last, "Channel" AS channel, '' AS content, '' AS campaign,
    "Impressions" AS impressions, "Cost" AS cost, "Currency" AS currency FROM costs
  UNION ALL SELECT "Start Date"::DATE, "Date"::DATE, "Channel", coalesce("Content", ''), lower(coalesce("Campaign", '')),
    "Impressions", "Cost", coalesce("Currency", '') FROM ads
)
SELECT first, last, channel, lower(content) AS content, campaign, impressions, cost IS NOT NULL AS told,
  floor((cost::DECIMAL(18, 2) * 100)::BIGINT * rate + 0.5) AS cents
FROM told LEFT JOIN rate_on ON rate_on.currency = CASE told.currency WHEN '' THEN 'EUR' ELSE told.currency END AND day = last;
CREATE TABLE month_cost AS
SELECT "Programme" AS programme, "Month"::DATE AS first, last_day("Month"::DATE) AS last,
  floor(("Cost"::DECIMAL(18, 2) * 100)::BIGINT * rate + 0.5) AS cents
FROM programmes LEFT JOIN rate_on ON rate_on.currency = programmes."Currency" AND day = "Month"::DATE
WHERE "Cost" IS NOT NULL;
CREATE TABLE piece AS
SELECT "Title" AS title, lower("Title") AS content, "Published"::DATE AS published,
  "Status" IN ('Published', 'Retired') AS is_out, content."Cost" IS NOT NULL AS told,
  floor((split_part(content."Cost", ' ', 1)::DECIMAL(18, 2) * 100)::BIGINT * rate + 0.5) AS cents
FROM content LEFT JOIN rate_on ON rate_on.currency = split_part(content."Cost", ' ', 2)
  AND day = coalesce("Published"::DATE, DATE '2016-12-31');
"""

# Who leads are. The persona of a title is that of the longest pattern whose words stand in it.
PEOPLE = """
CREATE TABLE person AS
WITH pattern AS (
  SELECT "Persona" AS persona, row_number() OVER () AS place, length(replace("Pattern", '*', '')) AS length,
    '%' || replace(' ' || lower("Pattern") || ' ', '* ', '%') || '%' AS words FROM personas
), fits AS (
  SELECT title, arg_min(persona, (-length, place)) AS persona
  FROM (SELECT DISTINCT "Job Title" AS title FROM leads) JOIN pattern ON ' ' || lower(title) || ' ' LIKE words GROUP BY title
)
SELECT lower("Email") AS who, lower("Company") AS company, coalesce("Original Source", '') AS source,
  "Create Date" AS created, coalesce(persona, '') AS persona
FROM leads LEFT JOIN fits ON title = "Job Title";
CREATE TABLE act AS
SELECT DISTINCT lower("Email") AS who, "Date" AS moment, "Activity" AS kind, "Content" AS content, '' AS channel,
  '' AS campaign FROM acts
UNION ALL SELECT DISTINCT lower("Email"), "Activity Date", "Activity Type", "Content", "Channel", "Campaign" FROM mails
  WHERE "Activity Type" IN ('Email opened', 'Email clicked');
CREATE TABLE download AS
SELECT who, content, min(moment) AS moment FROM act WHERE kind = 'Requested' GROUP BY ALL;
"""

# Deals, and of those won what is due to each touch: of its lead, else of the leads of its account.
TOUCHES = f"""
CREATE TABLE deal AS
SELECT deals."Deal ID" AS id, lower(coalesce("Contact Email", '')) AS who, lower(coalesce("Company Name", '')) AS account,
  accounts."Create Date" AS opened, "Close Date" AS closed, "Deal Stage" = 'Closed won' AS won,
  (accounts."Amount"::DECIMAL(18, 2) * 100)::BIGINT AS minor, coalesce(nullif(accounts."Currency", ''), 'EUR') AS currency
FROM deals JOIN accounts USING ("Deal ID");
CREATE TABLE won AS
SELECT deal.*, floor(minor * rate + 0.5)::BIGINT AS cents
FROM deal LEFT JOIN rate_on ON rate_on.currency = deal.currency AND day = closed::DATE WHERE won;
CREATE TABLE touch AS
WITH theirs AS (
  SELECT id, closed, cents, who FROM won WHERE who <> ''
  UNION ALL SELECT id, closed, cents, person.who FROM won JOIN person ON company = account
    WHERE won.who = '' AND account <> ''
), touched AS (
  SELECT id, cents, moment, content, campaign, persona,
    CASE channel WHEN '' THEN coalesce(source, '') ELSE channel END AS channel
  FROM theirs JOIN act USING (who) LEFT JOIN person USING (who)
  WHERE moment < closed AND epoch_ms(closed) - epoch_ms(moment) <= 365 * 86400000::BIGINT AND cents IS NOT NULL
), placed AS (
  SELECT *, epoch_ms(moment) AS ms, count(*) OVER (PARTITION BY id) AS n, max(epoch_ms(moment)) OVER (PARTITION BY id) AS latest,
    row_number() OVER (PARTITION BY id ORDER BY moment, content, channel, persona, campaign) AS nth
  FROM touched
)
SELECT *, {WEIGHTS} FROM placed;
"""

# How long deals stay at a stage that went on: the shortest of those stays that nine in ten do not outlast.
LINES = """
CREATE TABLE line AS
WITH stays AS (
  SELECT stage, lasted, row_number() OVER (PARTITION BY stage ORDER BY lasted) AS nth, count(*) OVER (PARTITION BY stage) AS n
  FROM visit WHERE kind = 'deal' AND ended = 'advanced' AND NOT inferred
)
SELECT stage, min(lasted) AS lasts, any_value(n) AS n FROM stays WHERE 10 * nth >= 9 * n GROUP BY stage;
CREATE TABLE last_stage AS
SELECT who AS id, arg_max(stage, (moment, stage)) AS stage FROM recorded WHERE kind = 'deal' AND stage < 90 GROUP BY who;
CREATE TABLE stay AS
SELECT who, kind, stage, moment, inferred, CASE WHEN ended = 'here' THEN NULL WHEN inferred THEN moment
  ELSE moment + to_microseconds((lasted * 1000000)::BIGINT) END AS until FROM visit;
"""

# In a period, which is known to its last millisecond.
PERIOD = """
CREATE OR REPLACE TABLE cost AS
WITH days AS (
  SELECT spent.*, owner.programme, (least(last, $to) - greatest(first, $from) + 1) / (last - first + 1)::DOUBLE AS part
  FROM spent LEFT JOIN owner USING (campaign) WHERE first <= $to AND last >= $from
)
SELECT 'channel' AS kind, channel, content, impressions * part AS impressions, told, days.cents * part AS cents, days.programme,
  month_cost.programme IS NULL AS counts
FROM days LEFT JOIN month_cost ON month_cost.programme = days.programme AND days.last BETWEEN month_cost.first AND month_cost.last
UNION ALL SELECT 'programme', NULL, NULL, NULL, true,
  cents * (least(last, $to) - greatest(first, $from) + 1) / (last - first + 1)::DOUBLE, programme, true
FROM month_cost WHERE first <= $to AND last >= $from
UNION ALL SELECT 'making', NULL, content, NULL, true, cents, NULL, true
FROM piece WHERE is_out AND published BETWEEN $from AND $to AND told;
CREATE OR REPLACE TABLE asked AS
SELECT lower(content) AS content, count(*) AS downloads FROM download WHERE moment >= $first AND moment < $after GROUP BY ALL;
CREATE OR REPLACE TABLE open_deal AS
SELECT deal.*, floor(minor * rate + 0.5)::BIGINT AS cents, stay.stage,
  epoch_ms($after) - 1 - epoch_ms(stay.moment) > line.lasts * 1000 AS past
FROM deal LEFT JOIN rate_on ON rate_on.currency = deal.currency AND day = $to
LEFT JOIN stay ON kind = 'deal' AND stay.who = id AND stay.moment < $after AND (until IS NULL OR until >= $after)
LEFT JOIN line USING (stage) WHERE opened < $after AND (closed IS NULL OR closed >= $after);
CREATE OR REPLACE TABLE due AS
SELECT * FROM touch JOIN part USING (id, nth) JOIN won USING (id) WHERE closed >= $first AND closed < $after;
"""

FIGURES = """
SELECT sum(cents) FILTER (kind = 'channel'), count(cents) FILTER (kind = 'channel'),
  count(*) FILTER (kind = 'channel' AND told AND cents IS NULL),
  sum(cents) FILTER (counts), count(cents) FILTER (counts), count(*) FILTER (counts AND told AND cents IS NULL),
  sum(cents) FILTER (kind = 'channel' AND counts), sum(cents) FILTER (kind = 'programme'), sum(cents) FILTER (kind = 'making')
FROM cost
"""

WON = """
SELECT coalesce(sum(cents), 0)::BIGINT, count(cents), count(*) - count(cents),
  count(DISTINCT account) FILTER (account <> '') + count(*) FILTER (account = '')
FROM won WHERE closed >= $first AND closed < $after
"""

SHOWN = """
SELECT coalesce(sum(downloads), 0)::BIGINT, sum(shown) FROM (
  SELECT content, sum(impressions) AS shown FROM cost WHERE kind = 'channel' AND content <> '' GROUP BY ALL
) LEFT JOIN asked USING (content) WHERE shown > 0
"""

MADE = """
SELECT sum(cents), count(cents), count(*) - count(cents), coalesce(sum(due) FILTER (cents IS NOT NULL), 0)::BIGINT
FROM asked LEFT JOIN piece USING (content)
LEFT JOIN (SELECT lower(content) AS content, sum(due_linear) AS due FROM due GROUP BY ALL) USING (content)
"""

# Piece by piece: downloads, impressions, what it cost to make, and what is due to it by equal parts.
PIECES = """
WITH seen AS (
  SELECT content, sum(impressions) AS shown FROM cost WHERE kind = 'channel' AND content <> '' GROUP BY ALL
), named AS (SELECT content FROM asked UNION SELECT content FROM seen), linear AS (
  SELECT lower(content) AS content, sum(due_linear)::BIGINT AS due FROM due GROUP BY ALL
)
SELECT content, coalesce(downloads, 0), shown, cents, coalesce(due, 0) FROM named LEFT JOIN asked USING (content)
LEFT JOIN seen USING (content) LEFT JOIN piece USING (content) LEFT JOIN linear USING (content) ORDER BY content
"""

OPEN = "SELECT count(*), count(past), count(*) FILTER (past), sum(cents)::BIGINT, count(cents) FROM open_deal"
CLOSED = "SELECT count(*) FILTER (won), count(*) FROM deal WHERE closed >= $first AND closed < $after"

STAGES = """
WITH came AS (
  SELECT kind, stage, count(*) FILTER (moment >= $first AND moment < $after) AS entered FROM stay GROUP BY ALL
), here AS (
  SELECT stage, count(*) AS n, coalesce(sum(cents), 0)::BIGINT AS worth, count(past) AS told, count(*) FILTER (past) AS past
  FROM open_deal GROUP BY stage
), closed AS (
  SELECT stage, coalesce(sum(cents) FILTER (deal.won), 0)::BIGINT AS revenue, count(*) FILTER (deal.won) AS won, count(*) AS n
  FROM deal LEFT JOIN won USING (id) JOIN last_stage USING (id) WHERE deal.closed >= $first AND deal.closed < $after
  GROUP BY stage
)
SELECT came.kind, came.stage, entered, coalesce(here.n, 0), coalesce(worth, 0), coalesce(told, 0), coalesce(past, 0),
  coalesce(revenue, 0), coalesce(closed.won, 0), coalesce(closed.n, 0)
FROM came LEFT JOIN here ON came.kind = 'deal' AND here.stage = came.stage
LEFT JOIN closed ON came.kind = 'deal' AND closed.stage = came.stage ORDER BY ALL
"""

# By name: the cost, the deals, and what is due under each model.
DUE = ", ".join(f"coalesce(sum(due_{model}), 0)::BIGINT AS {model}" for model in MODELS)
NONE = ", ".join(f"coalesce({model}, 0)" for model in MODELS)
TOLD = f"SELECT name, cents, coalesce(deals, 0), {NONE} FROM theirs FULL JOIN paid USING (name) ORDER BY name"
TABLES = {
    "channel": f"""
WITH theirs AS (SELECT channel AS name, count(DISTINCT id) AS deals, {DUE} FROM due GROUP BY ALL),
paid AS (SELECT channel AS name, sum(cents) AS cents FROM cost WHERE kind = 'channel' AND cents IS NOT NULL GROUP BY ALL) {TOLD}""",
    "persona": f"""
WITH theirs AS (SELECT persona AS name, count(DISTINCT id) AS deals, {DUE} FROM due GROUP BY ALL),
paid AS (SELECT name, NULL AS cents FROM theirs) {TOLD}""",
    "programme": f"""
WITH theirs AS (SELECT programme AS name, count(DISTINCT id) AS deals, {DUE}
  FROM due JOIN owner ON owner.campaign = lower(due.campaign) GROUP BY ALL),
paid AS (SELECT programme AS name, sum(cents) AS cents FROM cost WHERE counts AND programme IS NOT NULL AND cents IS NOT NULL
  GROUP BY ALL) {TOLD}""",
    # What it cost to make a piece, whenever it came out, and to show it.
    "firstTouch": f"""
WITH theirs AS (SELECT content AS name, count(DISTINCT id) AS deals, {DUE} FROM due WHERE nth = 1 GROUP BY ALL),
made AS (SELECT content, cents FROM piece
  UNION ALL SELECT content, cents FROM cost WHERE kind = 'channel' AND content <> ''),
paid AS (SELECT name, sum(cents) AS cents FROM theirs JOIN made ON content = lower(name) WHERE cents IS NOT NULL GROUP BY ALL)
{TOLD}""",
}


def load(connection, folder):
    text, moment, number = "VARCHAR", "TIMESTAMP", "BIGINT"
    visits(connection, *(folder / name for name in ("moves.csv", "deals.csv", "deal-moves.csv")))
    files = {
        "leads": {"Email": text, "Job_Title": text, "Company": text, "Original_Source": text, "Create_Date": moment},
        "acts": {"Email": text, "Activity": text, "Date": moment, "Content": text},
        "mails": {"Email": text, "Activity_Type": text, "Activity_Date": moment, "Content": text, "Channel": text,
                  "Campaign": text},
        "costs": {"Date": moment, "Channel": text, "Impressions": number, "Cost": text, "Currency": text},
        "ads": {"Start_Date": moment, "Date": moment, "Channel": text, "Content": text, "Campaign": text,
                "Impressions": number, "Cost": text, "Currency": text},
        "accounts": {"Deal_ID": text, "Deal_Name": text, "Company_Name": text, "Amount": text, "Currency": text,
                     "Create_Date": moment},
        "content": {"Title": text, "Status": text, "Published": "DATE", "Cost": text},
        "programmes": {"Programme": text, "Campaigns": text, "Month": "DATE", "Cost": text, "Currency": text},
        "personas": {"Persona": text, "Pattern": text},
        "rates": {"Currency": text, "On": "DATE", "Rate": "DOUBLE"},
        "terms": {"Margin": "DOUBLE", "Retention": "DOUBLE", "Discount": "DOUBLE", "Years": number},
    }
    for name, columns in files.items():
        table(connection, name, folder / f"{name}.csv", **columns)
    for sql in (RATES, COSTS, PEOPLE, TOUCHES, LINES):
        connection.execute(sql)
    due = ", ".join(f"{model}.due AS due_{model}" for model in MODELS)
    joined = " ".join(f"JOIN ({parted(model, 'touch')}) AS {model} USING (id, nth)" for model in MODELS)
    connection.execute(f"CREATE TABLE part AS SELECT id, nth, {due} FROM touch {joined}")


def ratio(above, below, n, left_out=0):
    """Value, above and below the line, of how many, and how many are left out."""
    value = above / below if above is not None and below else None
    return [value, above, below, n, left_out]


def total(value, n, left_out=0):
    return [value, None, None, n, left_out]


def period(connection, first, last, worth):
    """`worth` tells what a yearly revenue is worth over the years: as it is, and discounted."""
    told = {"$first": f"TIMESTAMP '{first}'", "$after": f"TIMESTAMP '{last}' + INTERVAL 1 DAY",
            "$from": f"DATE '{first}'", "$to": f"DATE '{last}'"}

    def rows(sql):
        for name, value in told.items():
            sql = sql.replace(name, value)
        return connection.execute(sql).fetchall()

    rows(PERIOD)
    engage, _, engage_out, cost, counted, cost_out, *kinds = rows(FIGURES)[0]
    revenue, won, unknown, customers = rows(WON)[0]
    (due,) = rows("SELECT coalesce(sum(cents), 0)::BIGINT FROM due WHERE nth = 1")[0]
    (new,) = rows("SELECT count(*) FROM person WHERE created >= $first AND created < $after")[0]
    asked, shown = rows(SHOWN)[0]
    made, costed, uncosted, due_to_made = rows(MADE)[0]
    stages = rows(STAGES)
    (sal,) = [stage[2] for stage in stages if stage[:2] == ("lead", 2)]
    n, told_past, past, worth_open, valued = rows(OPEN)[0]
    won_all, closed = rows(CLOSED)[0]
    each = revenue / customers
    spent_each = cost / customers
    plain, discounted = worth(each)
    return {
        "figures": {
            "engageCostShare": ratio(engage, revenue, won, engage_out),
            "submitRate": ratio(asked, shown, round(shown)),
            "productionCost": total(made, costed, uncosted),
            "contentCostShare": ratio(made, due_to_made, costed, uncosted),
            "costPerLead": ratio(cost, new, new, cost_out),
            "costPerStage": ratio(cost, sal, sal, cost_out),
            "openDeals": total(n, n),
            "pipelineValue": total(worth_open, valued, n - valued),
            "winRate": ratio(won_all, closed, closed),
            "pastLine": [past, past, told_past, told_past, n - told_past],
            "closedRevenue": total(revenue, won, unknown),
            "attributedRevenue": total(due, won),
            "marketingCost": total(cost, counted, cost_out),
            "customersWon": total(customers, customers),
            "acquisitionCost": ratio(cost, customers, customers, cost_out),
            "lifetimeValue": total(plain, customers),
            "discountedValue": total(discounted, customers),
            "netPresentValue": total(discounted - spent_each, customers),
            "returnOnInvestment": ratio(worth(due)[1] - cost, cost, won),
        },
        "costs": kinds,
        "pieces": rows(PIECES),
        "stages": stages,
        "tables": {name: rows(sql) for name, sql in TABLES.items()},
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("database", type=pathlib.Path)
    parser.add_argument("periods", nargs="+")
    asked = parser.parse_args()
    asked.database.unlink(missing_ok=True)
    with duckdb.connect(str(asked.database), config={"threads": 2}) as connection:
        load(connection, asked.folder)
        margin, retention, discount, years = connection.execute("SELECT * FROM terms").fetchone()

        def worth(revenue):
            yearly = [revenue * margin * retention**year for year in range(years + 1)]
            return sum(yearly), sum(one / (1 + discount) ** year for year, one in enumerate(yearly))

        told = [period(connection, *one.split(":"), worth) for one in asked.periods]
        print(json.dumps({"discounted": worth(1)[1], "periods": told}))


main()
