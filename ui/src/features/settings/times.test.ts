import { describe, expect, it } from "vitest";
import { parseShelfLife, parseTime, sayShelfLife, sayTime } from "./times";

describe("a time of the day", () => {
  it("is read in the ways people type it", () => {
    expect(["9", "9:00", "09.30", "17h15", "24:00", "5 pm", "12am", "12:30 PM"].map(parseTime)).toEqual([
      540, 540, 570, 1035, 1440, 1020, 0, 750,
    ]);
  });

  it("is refused where it is none", () => {
    expect(["", "nine", "25", "24:01", "9:75", "13 pm", "0 am"].map(parseTime)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });

  it("is written with two digits", () => {
    expect([0, 545, 1440].map(sayTime)).toEqual(["00:00", "09:05", "24:00"]);
  });
});

describe("a shelf life", () => {
  it("is read in days, weeks, months and years", () => {
    expect(["365", "90 days", "2 weeks", "18 months", "3 years", "1,5 y"].map(parseShelfLife)).toEqual(
      [365, 90, 14, 548, 1095, 548].map((days) => ({ days })),
    );
  });

  it("is evergreen where there is none", () => {
    expect(["", "Evergreen", "never"].map(parseShelfLife)).toEqual(
      Array.from({ length: 3 }, () => ({ days: null })),
    );
  });

  it("says what it could be where it is not understood", () => {
    for (const text of ["soon", "0", "-3", "3 decades"]) {
      expect(parseShelfLife(text)).toHaveProperty("error");
    }
  });

  it("is written in days", () => {
    expect([null, 1, 730].map(sayShelfLife)).toEqual(["evergreen", "1 day", "730 days"]);
  });
});
