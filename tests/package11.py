#!/usr/bin/env python3
"""package11.py — a package of HSDS 1.1 as directories really give them: ids that are no UUIDs, CRLF, a byte order mark,
columns of their own, files that are missing, several rules for a service, the same phone twice.

    package11.py FOLDER N      writes the tables of N services; prints what has to come of them, as NAME=NUMBER
"""
import csv, os, sys

folder, n = sys.argv[1], int(sys.argv[2])
os.makedirs(folder, exist_ok=True)

def table(name, head, rows, bom=False, crlf=True):
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8-sig" if bom else "utf-8", newline="") as f:
        w = csv.writer(f, lineterminator="\r\n" if crlf else "\n")
        w.writerow(head)
        w.writerows(rows)

orgs = n // 7 + 1
table("organizations", ["id", "name", "alternate_name", "description", "email", "url", "tax_status", "IRS status"],
      [[f"ORG-{i}", f"Stichting Hulp {i}", "", f"Wij zijn nummer {i}.", f"info{i}@hulp.example" if i % 3 else "geen", f"www.hulp{i}.example" if i % 2 else "", "", "501c3"] for i in range(orgs)], bom=True)
services, at, phones, schedules, holidays, languages, filed = [], [], [], [], [], [], []
places, twice, left = n // 3 + 1, 0, 0
for i in range(n):
    services.append([f"SVC-{i}", f"ORG-{i % orgs}", "", f"Dienst {i}, spreekuur", "", f'Hulp bij "vraag {i}",\nook voor wie niet belt.', "" if i % 5 else "https://hulp.example/één", "", ["active", "inactive", "active", "defunct"][i % 4], "", "Bel ons.", "", "gratis" if i % 9 == 0 else "", "N/A", "extra"])
    at.append([f"SAL-{i}", f"SVC-{i}", f"LOC-{i % places}", ""])
    if i % 11 == 0:  # a second place
        at.append([f"SAL-{i}b", f"SVC-{i}", f"LOC-{(i + 1) % places}", ""])
        twice += 1
    phones.append([f"P{i}", "", f"SVC-{i}", "", "", "", f"(305) 555-{i % 10000:04d}", "12" if i % 4 == 0 else "", "voice", "en", "Main; front (desk)"])
    if i % 2 == 0:  # the same again, written otherwise
        phones.append([f"P{i}x", "", f"SVC-{i}", "", "", "", f"305 555 {i % 10000:04d}", "", "", "", ""])
    if i % 3 == 0:
        phones.append([f"P{i}y", "", "", f"ORG-{i % orgs}", "", "", "+31 20 000 00 00", "", "", "", "algemeen"])
    for day in range(1, 6):  # a rule for each day of the week
        schedules.append([f"S{i}-{day}", f"SVC-{i}", f"LOC-{i % places}", f"SAL-{i}", day, "09:00:00" if i % 2 else "9:00 AM", "17:00" if i % 2 else "5:00 PM"])
    if i % 50 == 0:
        schedules.append([f"S{i}-x", f"SVC-{i}", "", f"SAL-{i}", "Someday", "09:00", "10:00"])
        left += 1
    if i % 10 == 0:
        holidays.append([f"H{i}", f"SVC-{i}", "", f"SAL-{i}", "true", "", "", "2026-12-25", "2026-12-26"])
    languages.append([f"L{i}", f"SVC-{i}", "", ["English", "Dutch", "Turkish"][i % 3]])
    filed.append([f"T{i}", f"SVC-{i}", "TX-geld" if i % 2 else "TX-weg", ""])
    left += i % 2 == 0  # a subject that is not on our map
table("services", ["id", "organization_id", "program_id", "name", "alternate_name", "description", "url", "email", "status", "interpretation_services", "application_process", "wait_time", "fees", "accreditations", "x_own"], services)
table("locations", ["id", "organization_id", "name", "alternate_name", "description", "transportation", "latitude", "longitude"],
      [[f"LOC-{i}", "", f"Gebouw {i}", "", "", "", f"{52 + i % 90 / 1000:.7f}", f"{5 + i % 80 / 1000:.7f}"] for i in range(places)], crlf=False)
table("services_at_location", ["id", "service_id", "location_id", "description"], at)
table("physical_addresses", ["id", "location_id", "attention", "address_1", "address_2", "address_3", "address_4", "city", "region", "state_province", "postal_code", "country"],
      [[f"A{i}", f"LOC-{i}", "", f"{i} NW 1st Street", "Suite 2" if i % 4 == 0 else "", "", "", "Miami", "", "FL", f"{33100 + i % 90}" if i % 2 else "1234 ab", "US"] for i in range(places)])
table("phones", ["id", "location_id", "service_id", "organization_id", "contact_id", "service_at_location_id", "number", "extension", "type", "language", "description"], phones)
table("regular_schedules", ["id", "service_id", "location_id", "service_at_location_id", "weekday", "opens_at", "closes_at"], schedules)
table("holiday_schedules", ["id", "service_id", "location_id", "service_at_location_id", "closed", "opens_at", "closes_at", "start_date", "end_date"], holidays)
table("languages", ["id", "service_id", "location_id", "language"], languages)
table("service_taxonomy", ["id", "service_id", "taxonomy_id", "taxonomy_detail"], filed)
table("taxonomy_terms", ["id", "name", "code"], [["TX-geld", "Geld en schulden", "geld"], ["TX-weg", "Something else", "BD-1800"]])
table("metadata", ["id", "resource_id"], [["M1", "SVC-0"]])  # nothing we need
open(os.path.join(folder, "datapackage.json"), "w").write("{}")
print(f"services={n}\norganizations={orgs}\nplaces={n + twice}\nlocations={places}\nleft={left}\ninactive={len([s for s in services if s[8] == 'inactive'])}")
