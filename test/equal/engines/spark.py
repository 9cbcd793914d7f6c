"""Runs SQL in Spark: a request a line on standard input, as JSON, and an answer a line on standard output."""

import json
import math
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

# The answers have standard output to themselves.
answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

from pyspark.sql import SparkSession

master, settings = sys.argv[1], json.loads(sys.argv[2])
builder = SparkSession.builder.master(master).appName("salus")
plain = {
    "spark.ui.enabled": "false",
    "spark.log.level": "ERROR",
    "spark.driver.memory": "3g",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "2",
    # As salus score --engine spark has it.
    "spark.sql.analyzer.maxIterations": "1000",
    "spark.sql.codegen.hugeMethodLimit": "8000",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
}
for name, value in {**plain, **settings}.items():
    builder = builder.config(name, value)
spark = builder.getOrCreate()
lock = threading.Lock()

# JSON has no number for these: they go as text.
NOT_FINITE = {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}


def cell(value):
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    return NOT_FINITE.get(str(value), str(value))


def answer(request):
    try:
        frame = spark.sql(request["sql"])
        names = frame.columns
        # Names may be the same, or hold what Arrow's reader does not like.
        table = frame.toDF(*[f"c{n}" for n in range(len(names))]).toArrow()
        columns = [[cell(value) for value in column.to_pylist()] for column in table.columns]
        rows = [list(row) for row in zip(*columns)]
        given = {"id": request["id"], "names": names, "rows": rows}
    except Exception as because:
        given = {"id": request["id"], "error": str(because)[:4000]}
    text = json.dumps(given, ensure_ascii=False)
    with lock:
        answers.write(text + "\n")
        answers.flush()


with ThreadPoolExecutor(2) as pool:
    for line in sys.stdin:
        pool.submit(answer, json.loads(line))
spark.stop()
