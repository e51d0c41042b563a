package lang_test

import (
	"testing"
	"testing/quick"

	"github.com/cxbook/cxbook/generator/lang"
)

func TestAdd(t *testing.T) {
	for _, c := range [][3]string{
		{"2026-08-31", "P1M", "2026-09-30"}, {"2026-08-31", "P6M", "2027-02-28"}, {"2027-08-31", "P6M", "2028-02-29"},
		{"2028-02-29", "P1Y", "2029-02-28"}, {"2026-12-31", "P1D", "2027-01-01"}, {"2026-11-22", "P12M", "2027-11-22"},
		{"2026-01-31", "P1M1D", "2026-03-01"}, {"2026-11-22", "P2W", "2026-12-06"}, {"2026-11-22", "P0D", "2026-11-22"},
		{"2026-11-22", "PT5H", ""}, {"2026-11-22", "x", ""}, {"2026-11-22", "-P1D", ""}, {"2026-11-22", "P0.5D", ""}, {"2026-11-22", "P999999999D", ""}, {"2026-11-22", "P", ""},
	} {
		d, err := lang.ParseDate(c[0])
		if err != nil {
			t.Fatal(err)
		}
		got, err := d.Add(c[1])
		if (err != nil) != (c[2] == "") || err == nil && got.String() != c[2] {
			t.Errorf("%s + %s = %s, %v, want %q", c[0], c[1], got, err, c[2])
		}
	}
}

// A month later is in the next month, whatever the day.
func TestAddMonth(t *testing.T) {
	later := func(days uint16) bool {
		d, _ := lang.ParseDate("2020-01-01")
		for range days % 3000 {
			d = d.Next()
		}
		next, err := d.Add("P1M")
		return err == nil && (int(next.Month)-int(d.Month)+12)%12 == 1 && next.Day <= d.Day
	}
	if err := quick.Check(later, &quick.Config{MaxCount: 200}); err != nil {
		t.Error(err)
	}
}
