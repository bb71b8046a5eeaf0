"""Times one edit of a list until LibreOffice Calc has counted it anew, cell by cell.

Takes the list (persona, stage, status), a folder for the office's own files, the number of
personas and stages, and the number of edits. Prints the counts before and the times as JSON.
"""

import json
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

CSV = "Text - txt - csv (StarCalc)"


def option(name, value):
    prop = PropertyValue()
    prop.Name, prop.Value = name, value
    return prop


def connect(folder):
    pipe = f"throughline-bench-{folder.parent.name}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            f"-env:UserInstallation={folder.as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + 60
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
            return office, desktop
        except NoConnectException:
            if time.monotonic() > until or office.poll() not in (None, 81):
                raise
            time.sleep(0.1)


def formula(row, column, rows):
    """The published placements of the persona at the left and the stage at the top."""
    persona, stage = f"$F{row + 2}", f"{chr(ord('G') + column)}$1"
    return (
        f"=COUNTIFS($A$1:$A${rows};{persona};$B$1:$B${rows};{stage};"
        f'$C$1:$C${rows};"published")'
    )


def measure(desktop, listed, personas, stages, edits):
    options = (option("Hidden", True), option("FilterName", CSV), option("FilterOptions", "44,34,76,1"))
    document = desktop.loadComponentFromURL(listed.as_uri(), "_blank", 0, options)
    sheet = document.Sheets.getByIndex(0)
    document.enableAutomaticCalculation(True)
    rows = sum(1 for _ in listed.open())
    for row in range(personas):
        sheet.getCellByPosition(5, row + 1).setString(f"Persona {row}")
    for column in range(stages):
        sheet.getCellByPosition(6 + column, 0).setString(f"Stage {column}")
    block = sheet.getCellRangeByPosition(6, 1, 6 + stages - 1, personas)
    block.setFormulaArray(
        tuple(tuple(formula(row, column, rows) for column in range(stages)) for row in range(personas))
    )
    before = [int(count) for line in block.getDataArray() for count in line]
    planned = [
        row for row, (status,) in enumerate(sheet.getCellRangeByPosition(2, 0, 2, rows - 1).getDataArray())
        if status == "planned"
    ]
    times = []
    for row in planned[:edits]:
        start = time.perf_counter()
        sheet.getCellByPosition(2, row).setString("published")
        after = block.getDataArray()
        times.append((time.perf_counter() - start) * 1000)
    assert sum(map(sum, after)) == sum(before) + edits, "an edit was not counted"
    document.close(True)
    return {"before": before, "times": times}


def main():
    listed, folder = (pathlib.Path(arg).resolve() for arg in sys.argv[1:3])
    personas, stages, edits = map(int, sys.argv[3:6])
    office, desktop = connect(folder)
    try:
        print(json.dumps(measure(desktop, listed, personas, stages, edits)))
    finally:
        desktop.terminate()
        office.wait(30)


main()
