"""The KPIs of a period, of CSVs of leads, what they did, mails, channels, moves and deals, as DuckDB computes them.

Takes the files, the first and the last day, and the database file to make; prints one JSON: engagement by channel, content
by piece, mails by campaign, and leads and deals by stage.
"""

import argparse
import json
import pathlib

import duckdb
from funnel import table, visits

PREPARE = """
CREATE TABLE lead AS SELECT lower("Email") AS who, coalesce("Original Source", '') AS source, min("Create Date") AS created
  FROM leads GROUP BY ALL;
CREATE TABLE act AS
SELECT DISTINCT lower(trim("Email")) AS who, "Date" AS moment, "Activity" AS kind, "Content" AS content, '' AS channel
  FROM acts
UNION ALL SELECT DISTINCT lower("Email"), "Activity Date", "Activity Type", "Content", "Channel" FROM mails
  WHERE "Activity Type" IN ('Email opened', 'Email clicked');
CREATE TABLE engaged AS
SELECT act.who, CASE channel WHEN '' THEN coalesce(lead.source, '') ELSE channel END AS channel
  FROM act LEFT JOIN lead USING (who) WHERE moment >= $first AND moment < $after;
CREATE TABLE download AS
SELECT who, content, min(moment) AS moment FROM act WHERE kind = 'Requested' GROUP BY ALL;
CREATE TABLE sent AS
SELECT DISTINCT lower("Email") AS who, "Campaign" AS campaign, "Activity Date" AS moment FROM mails
  WHERE "Activity Type" = 'Email sent';
CREATE TABLE answer AS
SELECT mails."Activity Type" AS kind, sent.* FROM mails ASOF JOIN sent
  ON lower(mails."Email") = sent.who AND mails."Campaign" = sent.campaign AND mails."Activity Date" >= sent.moment
  WHERE "Activity Type" <> 'Email sent';
CREATE TABLE first_visit AS
SELECT who, arg_min(stage, (moment, stage)) AS stage, min(moment) AS moment FROM visit WHERE kind = 'lead' GROUP BY who;
"""

CHANNELS = """
SELECT channel, coalesce(leads, 0), impressions, cost FROM
  (SELECT channel, count(DISTINCT who) AS leads FROM engaged GROUP BY channel)
  FULL JOIN (SELECT "Channel" AS channel, sum("Impressions")::BIGINT AS impressions,
    sum(CAST("Cost" AS DECIMAL(18, 2)) * 100)::BIGINT AS cost
    FROM costs WHERE "Date" >= $first AND "Date" < $after GROUP BY ALL) USING (channel) ORDER BY channel
"""

# Whether a stage was reached at a download or later, or its lead was made there on that day; and how long that took, where
# the first visit since was recorded.
REACHED = """
CREATE TABLE reached AS
SELECT download.who, content, stages.stage, any_value(download.moment) AS asked,
  bool_or(visit.moment IS NOT NULL)
    OR any_value(first_visit.stage = stages.stage
      AND abs(epoch_ms(first_visit.moment) - epoch_ms(download.moment)) < 86400000) IS TRUE AS reached,
  CASE WHEN NOT arg_min(inferred, (visit.moment, inferred)) THEN
    epoch(min(visit.moment)) - epoch(any_value(download.moment)) END AS took
FROM download CROSS JOIN (SELECT unnest(range(0, 3)) AS stage) AS stages
LEFT JOIN visit ON visit.kind = 'lead' AND visit.who = download.who AND visit.stage = stages.stage
  AND visit.moment >= download.moment
LEFT JOIN first_visit ON first_visit.who = download.who
WHERE download.moment >= $first AND download.moment < $after
GROUP BY download.who, content, stages.stage
"""

PIECES = """
SELECT content, stage, count(*) AS downloads, count(*) FILTER (reached), median(took) / 86400, count(took)
FROM reached GROUP BY ALL ORDER BY ALL
"""
# Of all content for the handoff, each lead once, by the first download after which it came there.
ALL_CONTENT = """
WITH came AS (
  SELECT took, row_number() OVER (PARTITION BY who ORDER BY asked) AS nth FROM reached WHERE stage = 2 AND reached
)
SELECT (SELECT count(*) FROM reached WHERE stage = 2), count(*), median(took) / 86400, count(took) FROM came WHERE nth = 1
"""

MAILED = """
SELECT campaign, count(*), count(*) FILTER (opened), count(*) FILTER (clicked), count(*) FILTER (hard),
  count(*) FILTER (soft), count(*) FILTER (gone) FROM (
  SELECT sent.campaign, sent.who, sent.moment, bool_or(kind = 'Email opened') AS opened,
    bool_or(kind = 'Email clicked') AS clicked, bool_or(kind = 'Hard bounce') AS hard,
    bool_or(kind = 'Soft bounce') AS soft, bool_or(kind = 'Unsubscribed') AS gone
  FROM sent LEFT JOIN answer USING (who, campaign, moment)
  WHERE moment >= $first AND moment < $after GROUP BY ALL)
GROUP BY campaign
UNION ALL SELECT "Title", "Total Recipients", "Unique Opens", "Unique Clicks", "Hard Bounces", "Soft Bounces", "Unsubscribes"
  FROM sends WHERE "Send Date" >= $first AND "Send Date" < $after
ORDER BY campaign
"""

# At the end: created by then, no bounce or unsubscription by then, and no deal won by then.
DATABASE = """
SELECT count(*) FROM lead WHERE created < $after
  AND who NOT IN (SELECT lower("Email") FROM mails
    WHERE "Activity Type" IN ('Hard bounce', 'Unsubscribed') AND "Activity Date" < $after)
  AND who NOT IN (SELECT lower("Contact Email") FROM deals
    WHERE "Contact Email" <> '' AND "Deal Stage" = 'Closed won' AND "Close Date" < $after)
"""

# A visit ends where the next of its lead or deal begins.
STAGES = """
WITH ended AS (
  SELECT *,
    CASE WHEN ended = 'here' THEN NULL WHEN inferred THEN moment
      ELSE moment + to_microseconds((lasted * 1000000)::BIGINT) END AS until
  FROM visit
)
SELECT kind, stage, count(*) FILTER (moment < $after AND (until IS NULL OR until >= $after)) AS here,
  count(*) FILTER (moment >= $first AND moment < $after) AS entered,
  count(*) FILTER (moment >= $first AND moment < $after AND ended = 'advanced') AS advanced,
  median(lasted) FILTER (moment >= $first AND moment < $after AND ended = 'advanced') / 86400 AS days
FROM ended GROUP BY ALL ORDER BY ALL
"""


def load(connection, asked):
    text, moment, number = "VARCHAR", "TIMESTAMP", "BIGINT"
    visits(connection, asked.moves, asked.deals, asked.deal_moves)
    table(connection, "leads", asked.leads, Email=text, Job_Title=text, Company=text, Original_Source=text, Create_Date=moment)
    table(connection, "acts", asked.acts, Email=text, Activity=text, Date=moment, Content=text)
    table(connection, "mails", asked.mails, Email=text, Activity_Type=text, Activity_Date=moment, Content=text, Channel=text,
          Campaign=text)
    table(connection, "costs", asked.costs, Date=moment, Channel=text, Impressions=number, Cost=text, Currency=text)
    table(connection, "sends", asked.sends, Title=text, Send_Date=moment, Total_Recipients=number, Unique_Opens=number,
          Unique_Clicks=number, Hard_Bounces=number, Soft_Bounces=number, Unsubscribes=number)


def main():
    parser = argparse.ArgumentParser()
    for name in ("leads", "acts", "mails", "costs", "sends", "moves", "deals", "deal_moves"):
        parser.add_argument(name, type=pathlib.Path)
    for name in ("start", "end"):
        parser.add_argument(name)
    parser.add_argument("database", type=pathlib.Path)
    asked = parser.parse_args()
    asked.database.unlink(missing_ok=True)
    first, after = f"TIMESTAMP '{asked.start}'", f"TIMESTAMP '{asked.end}' + INTERVAL 1 DAY"
    with duckdb.connect(str(asked.database), config={"threads": 2}) as connection:
        def rows(sql):
            return connection.execute(sql.replace("$first", first).replace("$after", after)).fetchall()

        load(connection, asked)
        rows(PREPARE)
        rows(REACHED)
        (leads,) = rows("SELECT count(DISTINCT who) FROM engaged")[0]
        (new,) = rows("SELECT count(*) FROM lead WHERE created >= $first AND created < $after")[0]
        print(json.dumps({
            "engaged": leads,
            "channels": rows(CHANNELS),
            "content": rows(ALL_CONTENT)[0],
            "pieces": rows(PIECES),
            "mails": rows(MAILED),
            "database": rows(DATABASE)[0][0],
            "new": new,
            "stages": rows(STAGES),
        }))


main()
