"""Scores parquet in Spark for `salus score --engine spark`: a request a line on standard input, as JSON, and an answer a line on standard output.

open: reads a table and says which columns it has; write: writes what a query gives of it; plan: says how Spark would.
"""

import json
import os
import sys
import threading

# The answers have standard output to themselves.
answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

from pyspark.sql import SparkSession

TABLE = "salus_accounts"


def say(answer):
    answers.write(json.dumps(answer, ensure_ascii=False) + "\n")
    answers.flush()


def session(master, settings):
    builder = SparkSession.builder.appName("salus score")
    # spark-submit has said already which master it is.
    if master is not None:
        builder = builder.remote(master) if master.startswith("sc://") else builder.master(master)
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def watch(spark, stop):
    """Says now and then what share of the tasks is done; a remote session does not tell."""
    try:
        tracker = spark.sparkContext.statusTracker()
    except Exception:
        return
    while not stop.wait(1):
        stages = [tracker.getStageInfo(stage) for stage in tracker.getActiveStageIds()]
        known = [stage for stage in stages if stage is not None and stage.numTasks > 0]
        if known:
            done = sum(stage.numCompletedTasks for stage in known) / sum(stage.numTasks for stage in known)
            say({"progress": round(100 * done)})


def described(spark, path):
    frame = spark.read.parquet(path)
    frame.createOrReplaceTempView(TABLE)
    return {"columns": [{"name": field.name, "type": field.dataType.simpleString()} for field in frame.schema.fields]}


def written(spark, sql, path):
    stop = threading.Event()
    watcher = threading.Thread(target=watch, args=(spark, stop))
    watcher.start()
    try:
        spark.sql(sql).write.mode("errorifexists").parquet(path)
    finally:
        stop.set()
        watcher.join()
    return {"written": path}


def answer(spark, request):
    kind = request["kind"]
    if kind == "open":
        return described(spark, request["path"])
    if kind == "write":
        return written(spark, request["sql"], request["path"])
    if kind == "ask":
        return {"rows": [list(row) for row in spark.sql(request["sql"]).collect()]}
    return {"plan": spark.sql("explain formatted " + request["sql"]).collect()[0][0]}


spark = session(*json.loads(sys.argv[1]))
say({"ready": spark.version})
for line in sys.stdin:
    try:
        say(answer(spark, json.loads(line)))
    except Exception as because:
        say({"error": str(because)[:4000]})
spark.stop()
