"""Expected results of this corpus, derived without Salus.

    python3 derive.py            rows.csv (where a model has its rows here) and expected.csv of every folder
    python3 derive.py --check    says whether the files are what this program derives

Every model is described here a second time, by hand, in plain Python over exact fractions; nothing reads a .salus file.
A blank cell is missing; blank expected points are a measure that gave none. Scored as of 2025-06-30.
"""

import csv, io, itertools, math, os, sys
from datetime import date, timedelta
from fractions import Fraction as F

AS_OF = date(2025, 6, 30)
HERE = os.path.dirname(os.path.abspath(__file__))
PCH = dict(poor=F(0), concerning=F(5), healthy=F(10))

# ---- arithmetic every model shares -------------------------------------------------------------------------------------


def mean(pairs):
    """Weighted mean of (weight, points), missing points left out; None where nothing of weight is left."""
    known = [(F(w), p) for w, p in pairs if p is not None and w != 0]
    return sum(w * p for w, p in known) / sum(w for w, _ in known) if known else None


def share(pairs):
    """Coverage: (weight, covered 0..1 or None where there is nothing to cover)."""
    live = [(F(w), c) for w, c in pairs if c is not None and w != 0]
    return sum(w * c for w, c in live) / sum(w for w, _ in live) if live else None


def known(points):
    return F(0) if points is None else F(1)


def half_away(x, places):
    scale = 10**places
    return F(math.floor(abs(x) * scale + F(1, 2)), scale) * (1 if x >= 0 else -1)


def shown(x, places):
    r = half_away(x, places)
    digits = str(abs(r.numerator * 10**places // r.denominator)).rjust(places + 1, "0")
    text = digits[:-places] + "." + digits[-places:] if places else digits
    return ("-" if r < 0 else "") + text


def clamp(x, low, high):
    return None if x is None else max(F(low), min(F(high), x))


def up(x, *steps):
    """Bands worst first: up(x, 'poor', 50, 'concerning', 80, 'healthy'), an edge belongs to the band after it."""
    if x is None:
        return None
    name = steps[0]
    for edge, band in zip(steps[1::2], steps[2::2]):
        if x >= F(edge):
            name = band
    return name


def upto(x, *steps):
    """The same where an edge belongs to the band before it."""
    if x is None:
        return None
    for band, edge in zip(steps[0::2], steps[1::2]):
        if x <= F(edge):
            return band
    return steps[-1]


def pch(x, a, b):
    """poor < a <= concerning < b <= healthy, as points."""
    band = up(x, "poor", a, "concerning", b, "healthy")
    return None if band is None else PCH[band]


def hcp(x, a, b):
    """healthy < a <= concerning < b <= poor, as points."""
    band = up(x, "healthy", a, "concerning", b, "poor")
    return None if band is None else PCH[band]


def le(x, a, b):
    """healthy <= a < concerning <= b < poor, as points."""
    band = upto(x, "healthy", a, "concerning", b, "poor")
    return None if band is None else PCH[band]


def choice(x):
    return None if x is None else PCH[x.lower()]


def yes(x):
    return None if x is None else F(10 if x else 0)


def thirds(score):
    return up(score, "poor", F(10, 3), "concerning", F(20, 3), "healthy")


def out(segment, score, coverage, points, places=1, band=thirds, **more):
    return dict(segment=segment, score=score, shown=None if score is None else shown(score, places),
                band=None if score is None else band(score), coverage=coverage, points=points, **more)


# ---- reading cells -----------------------------------------------------------------------------------------------------


def blank(text):
    return text.strip().lower() in ("", "n/a", "-", "#n/a")


def number(text):
    if blank(text):
        return None
    text = text.strip().replace(",", "")
    return F(text[:-1]) / 100 if text.endswith("%") else F(text)


def percent(text):
    if blank(text):
        return None
    return number(text) if text.strip().endswith("%") else number(text) / 100


def flag(text):
    return None if blank(text) else text.strip().lower() in ("yes", "true", "1", "y")


def word(text):
    return None if blank(text) else text.strip()


def day(text):
    return None if blank(text) else date.fromisoformat(text)


def days(a, b):
    return None if a is None or b is None else F((b - a).days)


def workdays(a, b):
    if a is None or b is None:
        return None
    if b < a:
        return -workdays(b, a)
    return F(sum(1 for k in range(1, (b - a).days + 1) if (a + timedelta(k)).weekday() < 5))


# ---- the models --------------------------------------------------------------------------------------------------------


def sourcegraph(r):
    sentiment = choice(word(r["Account - TA Sentiment"]))
    versions, defects, questions = (number(r[k]) for k in ("Versions Behind", "Last 90 Days Defect Tickets", "Last 90 Days Question Tickets"))
    champion, buyer = yes(flag(r["Active Champion?"])), yes(flag(r["Access to Buyer?"]))
    seats, dau = percent(r["Last month MAU / Seats"]), number(r["Last 4 Wk DAU / MAU"])
    tam = percent(r["Last month MAU / TAM"])
    team = (word(r["Segment"]) or "").lower()
    segment = (
        "airgapped" if flag(r["Airgapped"]) else "onboarding" if flag(r["Onboarding"])
        else "digital" if team in ("digital", "digital team") else "elas" if team in ("ela", "elas") else "default"
    )
    p = dict(sentiment=sentiment, versions_behind=le(versions, 2, 4), defects_90d=hcp(defects, 2, 5),
             questions_90d=hcp(questions, 10, 15), champion=champion, buyer_access=buyer,
             mau_per_seat=pch(seats, F("0.5"), F("0.8")), dau_per_mau=pch(dau, F("0.2"), F("0.3")))
    weights = dict(pulse=30, technical=15, relationships=0, utilization=55)
    off = set()
    if segment == "airgapped":
        weights = dict(pulse=50, technical=0, relationships=50, utilization=0)
        off = {"versions_behind", "defects_90d", "questions_90d", "mau_per_seat", "dau_per_mau"}
    if segment == "onboarding":
        weights = dict(pulse=50, technical=20, relationships=0, utilization=30)
        off = {"versions_behind", "champion", "buyer_access", "dau_per_mau"}
        p["defects_90d"] = None if defects is None else F(10 if defects < 2 else 0)
        p["questions_90d"] = hcp(questions, 5, 10)
        p["mau_per_seat"] = None if seats is None else F(0 if seats < F("0.5") else 10)
    if segment == "digital":
        weights = dict(pulse=0, technical=20, relationships=0, utilization=80)
        off = {"sentiment", "champion", "buyer_access"}
        p["versions_behind"] = le(versions, 0, 2)
        p["defects_90d"] = None if defects is None else F(10 if defects < 3 else 0)
        p["questions_90d"] = None if questions is None else F(5 if questions < 5 else 0)
    if segment == "elas":
        off = {"mau_per_seat"}
        p["mau_per_tam"] = pch(tam, F("0.5"), F("0.8"))
    groups = dict(pulse=["sentiment"], technical=["versions_behind", "defects_90d", "questions_90d"],
                  relationships=["champion", "buyer_access"], utilization=["mau_per_seat", "dau_per_mau"])
    if segment == "elas":
        groups["utilization"].append("mau_per_tam")
    points, scores, covers = {}, [], []
    for g, names in groups.items():
        live = [n for n in names if n not in off]
        scores.append((weights[g], mean([(1, p[n]) for n in live])))
        covers.append((weights[g], share([(1, known(p[n])) for n in live])))
        points.update({f"{g}.{n}": p[n] if n in live else None for n in names})
    return out(segment, mean(scores), share(covers), points)


def posthog(r):
    created = day(r["Organization created"])
    segment = "new" if created is not None and (AS_OF - created).days < 90 else "established"
    c = lambda label, a, b: pch(number(r[label]), a, b)
    d = lambda label: le(percent(r[label]), F("0.05"), F("0.2"))
    nps, seen = number(r["Current NPS Score"]), number(r["Account owner last seen"])
    groups = dict(
        activation=dict(team_invited=c("team member invited", 1, 3), insights=c("Insights", 1, 3), recordings=c("recording analyzed", 1, 5),
                        feature_flags=c("Feature Flags", 1, 2), surveys=c("Surveys", 1, 2)),
        features=dict(insight_drop=d("Insight + Dashboard Analyzed last 14 days"), recording_drop=d("Recordings Analyzed last 14 days"),
                      experiment_drop=d("Experiment Viewed last 14 days"), survey_drop=d("Surveys Viewed last 14 days")),
        volume=dict(event_drop=d("Event count last 30 days"), replay_drop=d("Replay count last 30 days"),
                    flag_request_drop=d("Feature Flag Requests last 30 days"), rows_synced_drop=d("Rows synced last 30 days")),
        engagement=dict(nps=pch(nps, 7, 9), owner_seen=hcp(seen, 15, 31)),
    )
    weights = dict(activation=50, features=40, volume=30, engagement=20) if segment == "new" else dict(activation=10, features=30, volume=10, engagement=10)
    score = mean([(weights[g], mean([(1, v) for v in ms.values()])) for g, ms in groups.items()])
    cover = share([(weights[g], share([(1, known(v)) for v in ms.values()])) for g, ms in groups.items()])
    change, visits, failures = percent(r["Forecasted MRR Change"]), number(r["Billing page visits last 7 days"]), percent(r["Query failure rate last 7 days"])
    drop7, insight, mrr = percent(r["Event count last 7 days"]), number(r["insight analyzed last seen"]), number(r["Forecasted MRR"])
    recent = lambda label: day(r[label]) is not None and (AS_OF - day(r[label])).days < 14
    holds = [
        ("Forecasted MRR Decrease", change is not None and change < F("-0.1")),
        ("Increased Billing Page Visits", visits is not None and visits > 1),
        ("Query failure rate > 10%", failures is not None and failures > F("0.1")),
        ("Sudden decrease in event volume", drop7 is not None and drop7 > F("0.2")),
        ("No insights analyzed past week", insight is not None and insight > 7),
        ("Payment Failed", flag(r["Payment Failed"]) is True),
        ("Startup credit will run out this billing cycle", flag(r["Startup plan"]) is True and mrr is not None and mrr > 0),
        ("Organization Owner Recently Removed", recent("Owner role removed")),
        ("Forecasted MRR Growth", change is not None and change > F("0.1")),
        ("Organization Owner Recently Added", recent("Owner role added")),
    ]
    return out(segment, score, cover, {f"{g}.{m}": v for g, ms in groups.items() for m, v in ms.items()},
               indicators="; ".join(label for label, h in holds if h))


PRODUCTS = [("Product Analytics", "analytics", 3), ("Session Replay", "replay", 2), ("Error Tracking", "errors", 2), ("Logs", "logs", 2),
            ("AI observability", "llm", 2), ("Experiments", "experiments", 2), ("Web Analytics", "web", 2), ("PostHog AI", "ai", 1), ("Surveys", "survey", 1)]


def posthog_2026(r):
    e, in_use = {}, 0
    for label, name, w in PRODUCTS:
        now, before = number(r[f"{label} current"]), number(r[f"{label} baseline"])
        if before is None or before == 0:
            e[name] = None
        else:
            in_use += w
            e[name] = 10 * min((now or F(0)) / before / F("0.85"), F(1))
    n = lambda label: number(r[label]) or F(0)
    extra = lambda x, factor, full: factor * (1 + min(x / full, F(1))) if x > 0 else F(0)
    embedded = in_use + extra(n("Feature flags"), 2, 20) + extra(n("Data warehouse sources"), 3, 10) + extra(n("Destinations"), 3, 5) \
        + extra(n("Transformations"), 2, 5) + extra(n("Batch exports"), 1, 3)
    stack = 10 * min(F(embedded) / 12, F(1))
    points = {f"engagement.{name}": e[name] for _, name, _ in PRODUCTS} | {"stickiness.stack": stack}
    paying, trialing = flag(r["Paying"]), flag(r["Trialing"])
    if not (paying or trialing) or in_use == 0:
        return out(None, None, None, None)
    engagement = mean([(w, e[name]) for _, name, w in PRODUCTS])
    cover = share([(F("0.615"), share([(w, known(e[name])) for _, name, w in PRODUCTS])), (F("0.385"), F(1))])
    return out("default", mean([(F("0.615"), engagement), (F("0.385"), stack)]), cover, points)


def sum_bonus(r):
    logins, tickets, seats, used = (number(r[k]) for k in ("Logins", "Tickets", "Seats", "Seats used"))
    champion, invoice = flag(r["Champion"]), flag(r["Invoice overdue"])
    use = None if not seats or used is None else used / seats
    p_logins, p_use = pch(logins, 1, 10), pch(use, F("0.4"), F("0.7"))
    t = tickets if tickets is not None else -1
    p_support = F(0) - (5 if t > 2 else 0) - (10 if t > 5 else 0) + (F("2.5") if champion else 0)
    s = F(50) + 2 * (p_logins or 0) + F("1.5") * (p_use or 0) + p_support
    s += 10 if champion else 0
    s -= 2 * t if t >= 3 else 0
    s *= F("0.9") if seats is not None and seats < 10 else 1
    s = min(s, F(69)) if invoice else s
    s = max(s, F(20)) if champion else s
    s = clamp(s, 0, 100)
    cover = share([(2, known(p_logins)), (F("1.5"), known(p_use)), (1, F(1))])
    return out("default", s, cover, dict(logins=p_logins, use=p_use, support=p_support), 0, lambda x: up(x, "poor", 40, "concerning", 70, "healthy"))


def worst_of(r):
    sentiment, logins, tickets, nps = choice(word(r["Sentiment"])), pch(number(r["Logins"]), 4, 12), hcp(number(r["Tickets"]), 3, 8), pch(number(r["NPS"]), 7, 9)
    use = max([p for p in (logins, tickets) if p is not None], default=None)
    score = min([p for p in (sentiment, use) if p is not None], default=None)
    cover = share([(1, known(sentiment)), (1, share([(1, known(logins)), (1, known(tickets))]))])
    return out("default", score, cover, {"sentiment": sentiment, "use.logins": logins, "use.tickets": tickets, "nps": nps})


def product(r):
    ladder = dict(poor=F("0.5"), concerning=F("0.8"), healthy=F(1))
    adoption = up(percent(r["Adoption"]), "poor", F("0.3"), "concerning", F("0.6"), "healthy")
    support = word(r["Support"])
    months = number(r["Months to renewal"])
    p = dict(adoption=None if adoption is None else ladder[adoption],
             support=None if support is None else dict(burning=F("0.5"), busy=F("0.8"), calm=F(1))[support.lower()],
             months=None if months is None else 1 - 1 / (months + 2))
    live = [v for v in p.values() if v is not None]
    score = math.prod(live) if live else None
    return out("default", clamp(score, 0, 1), share([(1, known(v)) for v in p.values()]), p, 2, lambda x: up(x, "poor", F("0.5"), "concerning", F("0.8"), "healthy"))


def straight(x, x0, y0, x1, y1):
    return F(y0) + (x - F(x0)) * F(y1 - y0) / (F(x1) - F(x0))


def line(r):
    rising, falling, then, after, ends = percent(r["Rising"]), *(number(r[k]) for k in ("Falling", "Jump, then", "Jump, after", "Ends"))
    p = {}
    p["rising"] = None if rising is None else F(10) if rising >= F("0.8") else straight(rising, F("0.5"), 4, F("0.8"), 10) if rising >= F("0.5") else straight(rising, F("0.2"), 0, F("0.5"), 4)
    p["falling"] = None if falling is None else F(0) if falling >= 90 else straight(falling, 30, 5, 90, 0) if falling >= 30 else straight(falling, 0, 10, 30, 5)

    def jump(x, knot_is_after):
        if x is None:
            return None
        x = max(F(0), min(F(10), x))
        return straight(x, 5, 6, 10, 10) if x > 5 or (x == 5 and not knot_is_after) else straight(x, 0, 0, 5, 4)

    p["jump_then"], p["jump_after"] = jump(then, False), jump(after, True)
    p["ends"] = None if ends is None or ends < 10 else F(5) if ends > 20 else straight(ends, 10, 2, 20, 8)
    unscored = ends is not None and ends < 10
    cover = share([(1, known(p[k])) for k in ("rising", "falling", "jump_then", "jump_after")] + [(1, None if unscored else known(p["ends"]))])
    return out("default", clamp(mean([(1, v) for v in p.values()]), 0, 10), cover, p, 2)


def grid(r):
    tenure, use, tier = number(r["Tenure (months)"]), percent(r["Use"]), word(r["Tier"])
    column = 3 if use is None else 0 if use < F("0.3") else 1 if use < F("0.7") else 2
    rows = [[2, 5, 8, 1], [1, F("4.5"), 9, 2], [0, 4, 10, 3], [0, 3, 6, 0]]
    a = F(rows[3 if tenure is None else 0 if tenure < 6 else 1 if tenure <= 23 else 2][column])
    b = None
    if tier is not None and use is not None:
        b = F([[0, 5], [5, 10]][tier.lower() == "enterprise"][use >= F("0.5")])
    return out("default", mean([(60, a), (40, b)]), share([(60, known(a)), (40, known(b))]), dict(tenure_by_use=a, tier_by_use=b))


def dates(r):
    signed, live, seen = day(r["Signed"]), day(r["Live"]), day(r["Last seen"])
    p = dict(days_to_live=le(days(signed, live), 30, 60), workdays_to_live=le(workdays(signed, live), 22, 44), idle=hcp(days(seen, AS_OF), 7, 30),
             season=F(2) if signed is None else F(10) if date(2025, 1, 1) <= signed < date(2025, 4, 1) else F(5))
    return out("default", mean([(1, v) for v in p.values()]), share([(1, known(v)) for v in p.values()]), p)


def percent_scales(r):
    p = dict(whole=pch(percent(r["Whole percent"]), F("0.29"), F("0.57")), part=pch(number(r["Decimals"]), F("0.29"), F("0.57")),
             many=pch(number(r["Count"]), 1000, 10000), flag=yes(flag(r["Flag"])))
    return out("default", mean([(1, v) for v in p.values()]), share([(1, known(v)) for v in p.values()]), p)


def stale(r):
    pulse, nps = choice(word(r["Pulse"])), pch(number(r["NPS"]), 7, 9)
    asked = day(r["NPS asked on"])
    if asked is None or (AS_OF - asked).days > 91:
        nps = None
    return out("default", mean([(70, pulse), (30, nps)]), share([(70, known(pulse)), (30, known(nps))]), dict(pulse=pulse, nps=nps))


def withhold(r):
    a, b, c, d, e = (pch(number(r[k]), 1, 2) for k in "ABCDE")
    cover1 = share([(40, known(a)), (60, known(b))])
    first = mean([(40, a), (60, b)]) if cover1 >= F("0.6") else None
    cover2 = share([(50, known(c)), (25, known(d)), (25, known(e))])
    c2, d2 = F(0) if c is None else c, F(3) if d is None else d
    second = mean([(50, c2), (25, d2), (25, e)])
    cover = share([(50, cover1), (50, cover2)])
    score = None if e is None or cover < F("0.5") else mean([(50, first), (50, second)])
    return out("default", score, cover, {"first_half.a": a, "first_half.b": b, "second_half.c": c2, "second_half.d": d2, "second_half.e": e})


def segments(r):
    region, plan = (word(r["Region"]) or "").lower(), (word(r["Plan"]) or "").lower()
    seats, logins, tickets = number(r["Seats"]), number(r["Logins"]), number(r["Tickets"])
    large = plan == "enterprise" and seats is not None and seats >= 100
    segment = ("large_apac" if plan == "enterprise" and region == "apac" else "large" if large else "team" if plan in ("team", "enterprise")
               else "unknown" if plan == "" and seats is not None and seats > 0 else None)
    if segment is None:
        return out(None, None, None, None)
    use = pch(logins, 100, 200) if segment in ("large", "large_apac") else pch(logins, 10, 20)
    support = None if segment == "large_apac" else hcp(tickets, 2, 5)
    growth = pch(seats, 5, 10) if segment == "team" else None
    w = dict(large_apac=(100, 0, 0), large=(80, 20, 0), team=(60, 20, 20), unknown=(60, 40, 0))[segment]
    pairs = list(zip(w, (use, support, growth)))
    points = {"use.logins": use, "support.tickets": support}
    if segment == "team":
        points["growth.seats"] = growth
    return out(segment, mean(pairs), share([(x, known(y)) for x, y in pairs]), points)


def overrides(r):
    called, breach = flag(r["Exec call"]), flag(r["Breach"])
    logins, tickets = pch(number(r["Logins"]), 10, 20), hcp(number(r["Tickets"]), 2, 5)
    before = mean([(50, logins), (50, tickets)])
    if called:
        logins = F(7)
    score = mean([(50, logins), (50, tickets)])
    band = thirds(score) if score is not None else None
    set_to, why, end = number(r["CSM score"]), word(r["CSM reason"]), day(r["CSM until"])
    if set_to is not None and why is not None and (end is None or end >= AS_OF):
        score, band = set_to, thirds(set_to)
    if called and breach:
        score, band = F(9), "concerning"
    cover = share([(50, known(logins)), (50, known(tickets))])
    result = out("default", score, cover, {"use.logins": logins, "support.tickets": tickets}, scoreBefore=before,
                 bandBefore=None if before is None else thirds(before))
    return result | dict(band=band)


def higher_is_worse(r):
    late, churn, tickets = number(r["Days late"]), percent(r["Churn probability"]), number(r["Tickets"])
    ladder = dict(low=F(0), medium=F(40), high=F(100))
    judged = lambda x, a, b: None if x is None else ladder[up(x, "low", a, "medium", b, "high")]
    a, b, c = judged(late, 10, 30), None if churn is None else 100 * churn, judged(tickets, 2, 5)
    money = max([x for x in (a, b) if x is not None], default=None)
    score = mean([(50, money), (50, c)])
    if score is not None and late is not None and late > 60:
        score += 10
    cover = share([(50, share([(1, known(a)), (1, known(b))])), (50, known(c))])
    return out("default", clamp(score, 0, 100), cover, {"money.late": a, "money.churn": b, "support.tickets": c}, 0,
               lambda x: up(x, "low", 30, "medium", 60, "high"))


def letters(r):
    ladder = dict(F=F(0), D=F(250), C=F(500), B=F(750), A=F(1000))
    depth = up(percent(r["Depth"]), "F", F("0.2"), "D", F("0.4"), "C", F("0.6"), "B", F("0.8"), "A")
    breadth = up(number(r["Breadth"]), "F", 1, "D", 2, "C", 4, "B", 7, "A")
    pulse = word(r["Pulse"])
    p = dict(depth=None if depth is None else ladder[depth], breadth=None if breadth is None else ladder[breadth],
             pulse=None if pulse is None else (ladder | dict(D=F(300), B=F(700)))[pulse.upper()])
    pairs = [(40, p["depth"]), (35, p["breadth"]), (25, p["pulse"])]
    return out("default", mean(pairs), share([(w, known(x)) for w, x in pairs]), p, 0, lambda x: up(x, "F", 200, "D", 400, "C", 600, "B", 800, "A"))


def nested(r):
    a, b, c = (pch(number(r[k]), 1, 2) for k in "ABC")
    d, e = number(r["D"]), flag(r["E"])
    inner = mean([(1, a), (2, b)])
    inner = None if inner is None else F(math.ceil(inner * 10), 10)
    left = mean([(3, inner), (1, c)])
    left = None if left is None else half_away(left, 0)
    pd = None if d is None else F(10) if d >= 7 else F(10) * d / 7
    applies = d is not None and d > 2
    pe = yes(e) if applies else None
    right = mean([(70, pd), (30, pe)])
    right = None if right is None else F(math.floor(right))
    score = mean([(140, left), (60, right)])
    cover_left = share([(3, share([(1, known(a)), (2, known(b))])), (1, known(c))])
    cover_right = share([(70, known(pd)), (30, known(pe) if applies else None)])
    return out("default", score, share([(140, cover_left), (60, cover_right)]),
               {"left.inner.a": a, "left.inner.b": b, "left.c": c, "right.d": pd, "right.e": pe},
               band=lambda x: up(half_away(x, 1), "poor", F("3.3"), "concerning", F("6.7"), "healthy"))


def cases(r):
    seats, used, tickets, nps, csat = (number(r[k]) for k in ("Seats", "Used", "Tickets", "NPS", "CSAT"))
    plan, sso, api = (word(r["Plan"]) or "").lower(), flag(r["SSO"]), flag(r["API"])
    unscored = False
    if tickets is not None and tickets > 9:
        verdict = F(0)
    elif None not in (used, seats) and used > seats:
        verdict = F(10)
    elif plan in ("trial", "free"):
        verdict = F(2)
    elif tickets is None:
        verdict, unscored = None, True
    else:
        verdict = F(5)
    held = (sso is True) + (api is True) + (None not in (used, seats) and used >= seats)
    extras = F(1) + (3 if sso else 0) + (F("3.5") if api else 0) + (F(held, 2) if held >= 2 else 0)
    answer = nps if nps is not None else csat
    voice = None
    if answer is not None and tickets is not None:
        voice = half_away(max(F(0), min(F(10), F("1.5") * answer - abs(tickets - 2) / 3)), 1)
    pairs = [(40, verdict), (20, extras), (40, voice)]
    cover = share([(40, None if unscored else known(verdict)), (20, F(1)), (40, known(voice))])
    return out("default", mean(pairs), cover, dict(verdict=verdict, extras=extras, voice=voice), 2)


def ties(r):
    p, q, s, t = (choice(word(r[k])) for k in "PQRS")
    pairs = [(33, p), (27, q), (40, mean([(1, s), (1, t)]))]
    cover = share([(33, known(p)), (27, known(q)), (40, share([(1, known(s)), (1, known(t))]))])
    return out("default", mean(pairs), cover, {"one_.p": p, "two_.q": q, "rest.r": s, "rest.s": t})


def rescaled(r):
    logins, tickets, trend, refunds, visits, nps = (number(r[k]) for k in ("Logins", "Tickets", "Trend", "Refunds", "Visits", "NPS"))
    has_shop = flag(r["Has a shop"])
    points = lambda x, *steps: None if x is None else F(up(x, *steps))
    p_logins = points(logins, -10, 10, 0, 20, 10)
    p_tickets = points(tickets, 10, 2, -1, 5, "-7.5")
    if trend is None:
        p_trend = None
    elif trend < -10:
        p_trend = F(-8)
    elif trend > 10:
        p_trend = F(9)
    else:
        # `then`: from 0 on, 0 itself included, the line begins anew at 1.
        p_trend = straight(trend, -10, -6, 0, -2) if trend < 0 else straight(trend, 0, 1, 10, 9)
    # Who has no shop, or is not known to have one, has no refunds to judge: the measure is not there at all.
    p_refunds = points(refunds, 10, 1, -4, 3, -20) if has_shop else None
    p_visits = points(visits, -10, 1, 10)
    p_nps = points(nps, -10, 7, 0, 9, 10)
    there = [(F(3), p_logins), (F("1.5"), p_tickets), (F(2), p_trend), (F(1), p_nps)] + ([(F("0.5"), p_refunds)] if has_shop else [])
    taking_part = [(w, p) for w, p in there if p is not None]
    s = None
    if taking_part:
        s = F(-5) + sum(w * p for w, p in taking_part) * sum(w for w, _ in there) / sum(w for w, _ in taking_part)
    return out("default", clamp(s, -200, 200), share([(w, known(p)) for w, p in there]),
               {"logins": p_logins, "tickets": p_tickets, "trend": p_trend, "refunds": p_refunds, "visits": p_visits, "voice.nps": p_nps},
               2, lambda x: up(x, "poor", 0, "concerning", 30, "healthy"))


def imports(r):
    logins, tickets, seats, features, errors = (number(r[k]) for k in ("Logins", "Tickets", "Seats", "Features used", "Errors"))
    # The model that is used, in its own segments and on its own ladder of 0, 50 and 100.
    depth, quality = (None if p is None else 10 * p for p in (pch(features, 3, 6), hcp(errors, 10, 100)))
    fresh = (word(r["Stage"]) or "").lower() == "new"
    overall = mean([(20, depth), (80, quality)] if fresh else [(70, depth), (30, quality)])
    tenth = lambda x: None if x is None else x / 10
    used = [(50, tenth(overall)), (30, tenth(depth)), (20, None if quality is None else 10 - quality / 10)]
    # The amended model: another edge for logins, other weights, a dimension more.
    p_logins, p_seats, p_tickets = pch(logins, 8, 20), pch(seats, 5, 50), hcp(tickets, 2, 5)
    trial = (word(r["Plan"]) or "").lower() == "trial"
    use = [(100, p_seats)] if trial else [(50, p_logins), (50, p_seats)]
    parts = [(70, use), (30, used)] if trial else [(45, use), (15, [(1, p_tickets)]), (40, used)]
    points = {"use.seats": p_seats, "product_health.overall": used[0][1], "product_health.depth": used[1][1], "product_health.error_rate": used[2][1]}
    points |= {} if trial else {"use.logins": p_logins, "support.tickets": p_tickets}
    return out("trial" if trial else "default", mean([(w, mean(part)) for w, part in parts]),
               share([(w, share([(v, known(p)) for v, p in part])) for w, part in parts]), points)


# ---- rows: every edge of every column, then a walk through mixtures ----------------------------------------------------


def walk(columns, count, seed, first=()):
    """`first` as written, then each value of each column in turn among a mixture that a small fixed generator picks."""
    names = list(columns)
    state = seed

    def pick(values):
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return values[(state >> 8) % len(values)]

    rows = [dict(zip(names, row)) for row in first]
    for name in names:
        for value in columns[name]:
            rows.append({n: pick(v) for n, v in columns.items()} | {name: value})
    while len(rows) < count:
        rows.append({n: pick(v) for n, v in columns.items()})
    return rows


SPC = ["Poor", "Concerning", "Healthy", ""]
YN = ["yes", "no", ""]
DROP = ["-250%", "-3", "0", "5", "5.001", "6", "20%", "20.5", "99", ""]
D = lambda back: (AS_OF - timedelta(back)).isoformat()

ROWS = {
    "sourcegraph": walk({
        "Segment": ["Enterprise", "Digital", "digital team", "ELA", "Mid-Market", ""], "Airgapped": ["no", "no", "yes", ""],
        "Onboarding": ["false", "false", "true", ""], "Account - TA Sentiment": SPC, "Versions Behind": ["0", "1", "2", "3", "4", "5", "17", ""],
        "Last 90 Days Defect Tickets": ["0", "1", "2", "3", "4", "5", "6", ""], "Last 90 Days Question Tickets": ["0", "4", "5", "9", "10", "14", "15", "16", ""],
        "Active Champion?": YN, "Access to Buyer?": YN, "Last month MAU / Seats": ["0", "49", "49.9", "50", "50%", "79.99", "80", "81", "140%", ""],
        "Last 4 Wk DAU / MAU": ["0", "0.19", "0.2", "20%", "0.29999", "0.3", ".31", "1", ""], "Last month MAU / TAM": ["49", "50", "80", "N/A", "-"]}, 220, 7),
    "posthog": walk({
        "Organization created": [D(0), D(89), D(90), D(91), D(1000), ""], "team member invited": ["0", "1", "2", "3", "40", ""], "Insights": ["0", "1", "2", "3", ""],
        "recording analyzed": ["0", "1", "4", "5", ""], "Feature Flags": ["0", "1", "2", ""], "Surveys": ["0", "1", "2", ""],
        **{k: DROP for k in ("Insight + Dashboard Analyzed last 14 days", "Recordings Analyzed last 14 days", "Experiment Viewed last 14 days", "Surveys Viewed last 14 days",
                             "Event count last 30 days", "Replay count last 30 days", "Feature Flag Requests last 30 days", "Rows synced last 30 days")},
        "Current NPS Score": ["0", "6", "7", "8", "9", "10", ""], "Account owner last seen": ["0", "14", "15", "30", "31", "400", ""],
        "Forecasted MRR Change": ["-10.5", "-10", "0", "10", "10.01%", ""], "Forecasted MRR": ["0", "0.01", "1,200.50", ""], "Billing page visits last 7 days": ["0", "1", "2", ""],
        "Query failure rate last 7 days": ["9", "10", "10.1", ""], "Event count last 7 days": ["-5", "20", "21", ""], "insight analyzed last seen": ["0", "7", "8", ""],
        "Payment Failed": YN, "Startup plan": YN, "Owner role removed": [D(0), D(13), D(14), ""], "Owner role added": [D(1), D(13), D(14), ""]}, 180, 11),
    "posthog-2026": walk({
        **{f"{label} {when}": ([["", "0", "3", "8.5", "12", "30"], ["", "0", "4", "10", "15"]][when == "baseline"]) for label, _, _ in PRODUCTS for when in ("current", "baseline")},
        "Feature flags": ["0", "1", "10", "20", "50", ""], "Data warehouse sources": ["0", "1", "10", "11", ""], "Destinations": ["0", "1", "5", ""],
        "Transformations": ["0", "2", "5", ""], "Batch exports": ["0", "1", "3", ""], "Paying": ["yes", "yes", "no", ""], "Trialing": ["no", "yes", ""]}, 120, 13),
    "sum-bonus": walk({"Logins": ["0", "1", "9", "10", ""], "Tickets": ["0", "2", "3", "5", "6", "40", ""], "Seats": ["0", "9", "10", "100", ""],
                       "Seats used": ["0", "4", "7", "40", "70", ""], "Champion": YN, "Invoice overdue": YN}, 120, 17),
    "worst-of": walk({"Sentiment": SPC, "Logins": ["3", "4", "11", "12", ""], "Tickets": ["2", "3", "7", "8", ""], "NPS": ["6", "7", "9", ""]}, 60, 19,
                     [("", "", "", "9"), ("", "", "", ""), ("Healthy", "", "8", "0")]),
    "product": walk({"Adoption": ["29", "30", "59", "60", "100", ""], "Support": ["Calm", "Busy", "burning", ""], "Months to renewal": ["0", "1", "2", "10", ""]}, 50, 23, [("", "", "")]),
    "line": walk({"Rising": ["0", "20", "33", "50", "65", "80", "81", "250", ""], "Falling": ["0", "1", "29", "30", "31", "90", "91", ""],
                  "Jump, then": ["-1", "0", "4.9", "5", "5.1", "10", "11", ""], "Jump, after": ["-1", "0", "4.9", "5", "5.1", "10", "11", ""], "Ends": ["9.99", "10", "15", "20", "20.01", ""]}, 80, 29,
                 [("", "", "", "", "9"), ("", "", "", "", "")]),
    "grid": walk({"Tenure (months)": ["0", "5", "6", "23", "24", "99", ""], "Use": ["0", "29.9", "30", "49", "50", "69", "70", "110", ""], "Tier": ["Free", "Pro", "Enterprise", ""]}, 60, 31),
    "dates": walk({"Signed": ["2024-12-31", "2025-01-01", "2025-02-28", "2025-03-31", "2025-04-01", ""], "Live": ["2024-12-01", "2025-01-31", "2025-03-02", "2025-04-30", "2025-05-05", "2025-05-31", ""],
                   "Last seen": [D(0), D(6), D(7), D(29), D(30), ""]}, 60, 37),
    "percent-scales": walk({"Whole percent": ["28.9", "29", "29%", " 29 % ".replace(" ", ""), "56.9", "57", "57%", "0.29%", "140", "N/A", "#N/A", "-", ""],
                            "Decimals": ["0.28", ".29", "0.29", "29%", "0.569999", "0.57", "57%", "1.4", ""], "Count": ["999", "1000", "1,000", "1,204", "9,999", "10,000", ""],
                            "Flag": ["yes", "no", "true", "FALSE", "1", "0", "Yes", ""]}, 60, 41),
    "stale": walk({"Pulse": SPC, "Pulse set on": [D(0), D(60), D(61), ""], "NPS": ["0", "6", "7", "8", "9", ""], "NPS asked on": [D(0), D(91), D(92), ""]}, 60, 43),
    "withhold": walk({k: ["0", "1", "2", ""] for k in "ABC"} | {"D": ["0", "1", "2", ""], "E": ["0", "1", "2", "2", ""]}, 100, 47),
    "segments": walk({"Region": ["APAC", "apac", "EMEA", ""], "Plan": ["Free", "Team", "Enterprise", "enterprise", ""], "Seats": ["0", "4", "5", "9", "10", "99", "100", ""],
                      "Logins": ["9", "10", "19", "20", "99", "100", "200", ""], "Tickets": ["1", "2", "4", "5", ""]}, 120, 53),
    "overrides": walk({"Logins": ["9", "10", "19", "20"], "Tickets": ["1", "2", "4", "5", ""], "Breach": YN, "CSM score": ["0", "3.4", "10", "", ""],
                       "CSM reason": ["Renewal at risk", "Champion gone", "", " "], "CSM until": [D(-30), D(0), D(1), ""], "Exec call": YN}, 120, 59),
    "higher-is-worse": walk({"Days late": ["0", "9", "10", "29", "30", "60", "61", ""], "Churn probability": ["0", "29", "30", "59.5", "60", "100", ""], "Tickets": ["1", "2", "4", "5", ""]}, 70, 61),
    "letters": walk({"Depth": ["0", "19.9", "20", "40", "59.99", "60", "80", "100", ""], "Breadth": ["0", "1", "2", "3", "4", "6", "7", ""], "Pulse": ["F", "D", "C", "B", "A", "a", ""]}, 80, 67),
    "nested": walk({k: ["0", "1", "2", ""] for k in "ABC"} | {"D": ["0", "1", "2", "3", "6", "7", "8", ""], "E": YN}, 120, 71),
    "cases": walk({"Seats": ["0", "10", "50", ""], "Used": ["0", "9", "10", "11", "50", ""], "Tickets": ["0", "2", "3", "9", "10", ""], "NPS": ["0", "5", "7", "10", ""], "CSAT": ["3", "8", ""],
                   "Plan": ["Trial", "free", "Team", ""], "SSO": YN, "API": YN}, 120, 73),
    "rescaled": walk({"Logins": ["0", "9", "10", "19", "20", ""], "Tickets": ["0", "1", "2", "4", "5", "60", ""], "Trend": ["-10.5", "-10", "-5", "-0.5", "0", "0.5", "5", "10", "11", ""],
                      "Refunds": ["0", "1", "2", "3", ""], "Has a shop": YN, "Visits": ["0", "1", ""], "NPS": ["6", "7", "9", ""]}, 120, 79, [("",) * 7, ("", "", "", "3", "no", "1", ""), ("", "", "", "3", "yes", "1", "")]),
    "imports": walk({"Logins": ["7", "8", "9", "10", "19", "20", ""], "Tickets": ["1", "2", "4", "5", ""], "Seats": ["4", "5", "49", "50", ""], "Plan": ["Trial", "trial", "Team", ""],
                     "Features used": ["0", "2", "3", "5", "6", ""], "Errors": ["9", "10", "99", "100", ""], "Stage": ["New", "Live", "Live", ""]}, 120, 83, [("",) * 7]),
    "ties": [dict(zip("PQRS", c)) for c in itertools.product(SPC, repeat=4)],
}
MODELS = dict(sourcegraph=sourcegraph, posthog=posthog, product=product, line=line, grid=grid, dates=dates, stale=stale, withhold=withhold, segments=segments,
              overrides=overrides, letters=letters, nested=nested, cases=cases, ties=ties, rescaled=rescaled, imports=imports) | {
    "posthog-2026": posthog_2026, "sum-bonus": sum_bonus, "worst-of": worst_of, "percent-scales": percent_scales, "higher-is-worse": higher_is_worse}

# ---- files -------------------------------------------------------------------------------------------------------------


def text_of(header, rows):
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return sheet.getvalue()


def cell(value):
    return "" if value is None else repr(float(value)) if isinstance(value, F) else str(value)


def files(folder):
    rows = [{"Account": f"R{k:03d}"} | row for k, row in enumerate(ROWS[folder], 1)]
    yield "rows.csv", text_of(rows[0].keys(), [list(r.values()) for r in rows])
    results = [MODELS[folder](r) for r in rows]
    paths = list(dict.fromkeys(p for r in results if r["points"] for p in r["points"]))
    extra = [k for k in ("indicators", "scoreBefore", "bandBefore") if k in results[0]]
    header = ["Account", "segment", "score", "shown", "band", "coverage", *extra, *(f"points {p}" for p in paths)]
    yield "expected.csv", text_of(header, [
        [row["Account"], *(cell(r[k]) for k in ("segment", "score", "shown", "band", "coverage")), *(cell(r.get(k)) for k in extra),
         *(cell((r["points"] or {}).get(p)) for p in paths)] for row, r in zip(rows, results)])


different = []
for folder in MODELS:
    for name, text in files(folder):
        path = os.path.join(HERE, folder, name)
        if "--check" in sys.argv:
            if not os.path.exists(path) or open(path, newline="").read() != text:
                different.append(f"{folder}/{name}")
        else:
            open(path, "w", newline="").write(text)
if different:
    sys.exit("differ from what is derived: " + ", ".join(different))
