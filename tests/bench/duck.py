"""The consumption gap by industry and level of a CSV of requests, as DuckDB loads and computes it.

Takes the CSV, the database file to make, and prints one JSON. Timed are the load and the quick query, with
quantiles of what was opened. The segments come from the exact one, as the method has it: one gap per
lead and content, what was not opened censored, Kaplan-Meier. With --exact-only nothing is timed, with --quick-only that one is left out.
With --scores how the scores of all leads lie is computed instead, asking and opening being worth so many points;
--acts names a file of what they did besides.
"""

import argparse
import json
import pathlib
import statistics
import time

import duckdb

RUNS = 5

# Not a plain try_cast: DuckDB 2.0 has its CSV reader do that one, which stops at the first `n/a`.
LOAD = """
CREATE OR REPLACE TABLE request AS
SELECT "Email" AS email, "Job Title" AS title, "Job Level" AS level, "Company" AS company,
  "Industry" AS industry, "Content" AS content,
  try_cast(nullif("Requested", '') AS TIMESTAMP) AS requested,
  try_cast(nullif("Opened", '') AS TIMESTAMP) AS opened
FROM read_csv({file}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {{
  'Email': 'VARCHAR', 'Job Title': 'VARCHAR', 'Job Level': 'VARCHAR', 'Company': 'VARCHAR',
  'Industry': 'VARCHAR', 'Content': 'VARCHAR', 'Requested': 'VARCHAR', 'Opened': 'VARCHAR'}})
"""

QUICK = """
SELECT industry, level, count(*) AS n,
  quantile_disc(date_diff('second', requested, opened), [0.5, 0.9]) AS quantiles
FROM request WHERE opened >= requested GROUP BY industry, level
"""

# One row per lead and content: seconds to the open or to the as-of time, none where every open came before.
GAPS = """
CREATE OR REPLACE TEMP TABLE gap AS
WITH known AS (
  SELECT rowid AS line, content, requested, opened, nullif(trim(industry), '') AS industry,
    nullif(trim(level), '') AS level, nullif(lower(trim(email)), '') AS address
  FROM request
), asked AS (
  SELECT *, CASE WHEN address IS NULL THEN 'line ' || line ELSE 'lead ' || address END AS lead FROM known
), lead AS (
  SELECT lead, coalesce(arg_max(industry, line), '') AS industry, coalesce(arg_max(level, line), '') AS level
  FROM asked GROUP BY lead
), first AS (
  SELECT lead, min(requested) AS requested, list(opened) FILTER (opened IS NOT NULL) AS opens
  FROM asked GROUP BY lead, content HAVING min(requested) IS NOT NULL
), met AS (
  SELECT lead, requested, opens,
    list_min(list_filter(opens, lambda one: one >= requested)) AS opened
  FROM first
), file AS (
  SELECT greatest(max(requested), max(opened)) AS as_of FROM request
)
SELECT industry, level, opened IS NOT NULL AS open,
  CASE WHEN opened IS NOT NULL OR opens IS NULL
    THEN date_diff('second', requested, coalesce(opened, as_of)) END AS seconds,
  date_diff('second', requested, as_of) AS age
FROM met JOIN lead USING (lead) CROSS JOIN file
"""

# The curve of each segment: S after the opens of each second; censorings of that second are still at risk.
CURVE = """
CREATE OR REPLACE TEMP TABLE {curve} AS
WITH moment AS (
  SELECT industry, level, seconds, count(*) FILTER (open) AS opens, count(*) AS ends
  FROM gap WHERE seconds IS NOT NULL AND age >= {age} GROUP BY industry, level, seconds
), risk AS (
  SELECT *, sum(ends) OVER (PARTITION BY industry, level ORDER BY seconds DESC) AS many FROM moment
)
SELECT industry, level, seconds, product(1 - opens / many::DOUBLE)
  OVER (PARTITION BY industry, level ORDER BY seconds) AS s
FROM risk
"""

EXACT = """
WITH whole AS (
  SELECT industry, level, count(seconds) AS n, count(*) FILTER (open) AS opened,
    count(*) FILTER (seconds IS NULL) AS negative, avg(seconds) FILTER (open) / 3600 AS mean
  FROM gap GROUP BY industry, level
), reached AS (
  SELECT industry, level, 1 - coalesce(min(s) FILTER (seconds <= 86400), 1) AS day,
    min(seconds) FILTER (s <= 0.5 + 1e-12) AS median, min(seconds) FILTER (s <= 0.1 + 1e-12) AS p90
  FROM curve GROUP BY industry, level
), month AS (
  SELECT industry, level, 1 - min(s) AS share FROM aged WHERE seconds <= 30 * 86400 GROUP BY industry, level
), half AS (
  SELECT industry, level, ceil(min(seconds) / 3600)::BIGINT AS wait
  FROM aged JOIN month USING (industry, level)
  WHERE share > 0 AND 1 - s >= share / 2 - 1e-12 GROUP BY industry, level
)
SELECT industry, level, n, opened, negative, day, mean, median, p90, wait
FROM whole LEFT JOIN reached USING (industry, level) LEFT JOIN half USING (industry, level)
ORDER BY industry, level
"""

# What leads did, each once, and who they are: what a model is counted over.
ACTS = """
CREATE OR REPLACE TABLE person AS
WITH known AS (
  SELECT rowid AS line, nullif(trim(level), '') AS level, nullif(lower(trim(email)), '') AS address FROM request
)
SELECT row_number() OVER () AS id, lead, level FROM (
  SELECT lead, coalesce(arg_max(level, line), '') AS level FROM (
    SELECT CASE WHEN address IS NULL THEN 'line ' || line ELSE 'lead ' || address END AS lead, level, line
    FROM known UNION ALL SELECT lead, NULL, NULL FROM later
  ) GROUP BY lead
);
CREATE OR REPLACE TABLE act AS
WITH known AS (
  SELECT rowid AS line, content, requested, opened, nullif(lower(trim(email)), '') AS address FROM request
), asked AS (
  SELECT *, CASE WHEN address IS NULL THEN 'line ' || line ELSE 'lead ' || address END AS lead FROM known
), both_kinds AS (
  SELECT DISTINCT lead, content, requested AS moment, 1 AS kind FROM asked WHERE requested IS NOT NULL
  UNION ALL SELECT DISTINCT lead, content, opened, 2 FROM asked WHERE opened IS NOT NULL
  UNION ALL SELECT lead, content, moment, kind FROM later
)
SELECT id, moment FROM (SELECT DISTINCT * FROM both_kinds) JOIN person USING (lead);
"""

# What they did besides, from a file of its own.
LATER = """
CREATE OR REPLACE TABLE later AS
SELECT 'lead ' || lower(trim("Email")) AS lead, "Content" AS content, "Date" AS moment,
  CASE "Activity" WHEN 'Requested' THEN 1 ELSE 2 END AS kind
FROM read_csv({file}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', columns = {{
  'Email': 'VARCHAR', 'Activity': 'VARCHAR', 'Date': 'TIMESTAMP', 'Content': 'VARCHAR'}})
"""

NO_LATER = """
CREATE OR REPLACE TABLE later (lead VARCHAR, content VARCHAR, moment TIMESTAMP, kind INTEGER)
"""

# The model to begin with: asking and opening earn {points} each, half of it gone in 30 days, 60 at most;
# half of all gone after 45 days of silence; a few levels earn points that stay.
SCORE = """
WITH file AS (SELECT max(moment) AS as_of FROM act), sums AS (
  SELECT id, sum({points} * pow(2, -(epoch(as_of) - epoch(moment)) / 86400 / 30)) AS sum, max(moment) AS last
  FROM act CROSS JOIN file GROUP BY id
), scored AS (
  SELECT coalesce(least(sum, 60) * CASE WHEN last + INTERVAL 45 DAY <= as_of THEN 0.5 ELSE 1 END, 0)
    + CASE WHEN regexp_matches(lower(level), 'c-level|c-suite|vp') THEN 10 ELSE 0 END
    + CASE WHEN regexp_matches(lower(level), 'director|head') THEN 5 ELSE 0 END AS score
  FROM person LEFT JOIN sums USING (id) CROSS JOIN file
)
SELECT least(floor(score / 5), 40)::INTEGER AS bin, count(*) AS leads, count(*) FILTER (score = 0) AS zero
FROM scored GROUP BY bin ORDER BY bin
"""

NAMES = (
    "industry", "level", "n", "opened", "negative",
    "within24h", "meanHours", "medianSeconds", "p90Seconds", "waitHours",
)


def seconds(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def quoted(file):
    return "'" + str(file).replace("'", "''") + "'"


def load(connection, file, in_order):
    """Without its order a load is faster; the exact query needs it: the last value counts."""
    connection.execute(f"SET preserve_insertion_order = {str(in_order).lower()}")
    connection.execute(LOAD.format(file=quoted(file)))
    connection.execute("CHECKPOINT")


def timed(connection, file):
    loaded = seconds(lambda: load(connection, file, False))
    times = [seconds(lambda: connection.execute(QUICK).fetchall()) for _ in range(RUNS)]
    return {"loadSeconds": loaded, "querySeconds": statistics.median(times)}


def exact(connection, file):
    load(connection, file, True)
    connection.execute(GAPS)
    connection.execute(CURVE.format(curve="curve", age=0))
    connection.execute(CURVE.format(curve="aged", age=30 * 86400))
    (rows,) = connection.execute("SELECT count(*) FROM request").fetchone()
    segments = [dict(zip(NAMES, row)) for row in connection.execute(EXACT).fetchall()]
    return {"rows": rows, "duckdb": duckdb.__version__, "segments": segments}


def scores(connection, file, later, points, timed):
    load(connection, file, True)
    connection.execute(NO_LATER if later is None else LATER.format(file=quoted(later)))
    connection.execute(ACTS)
    connection.execute("CHECKPOINT")
    query = SCORE.format(points=points)
    times = [seconds(lambda: connection.execute(query).fetchall()) for _ in range(RUNS if timed else 0)]
    bins = [dict(zip(("bin", "leads", "zero"), row)) for row in connection.execute(query).fetchall()]
    (acts,) = connection.execute("SELECT count(*) FROM act").fetchone()
    return {"bins": bins, "acts": acts} | ({"scoreSeconds": statistics.median(times)} if timed else {})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("database", type=pathlib.Path)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--exact-only", action="store_true")
    parser.add_argument("--quick-only", action="store_true")
    parser.add_argument("--scores", type=int, metavar="POINTS")
    parser.add_argument("--acts", type=pathlib.Path, metavar="FILE")
    asked = parser.parse_args()
    asked.database.unlink(missing_ok=True)
    with duckdb.connect(str(asked.database), config={"threads": asked.threads}) as connection:
        if asked.scores is not None:
            print(json.dumps(scores(connection, asked.file, asked.acts, asked.scores, not asked.exact_only)))
            return
        said = {} if asked.exact_only else timed(connection, asked.file)
        print(json.dumps(said if asked.quick_only else said | exact(connection, asked.file)))


main()
