package record

import (
	"strings"
	"testing"
)

func TestParity(t *testing.T) {
	source := front("id: LAW-001", "title: Prawo", "---",
		"Wstęp: 3 zasady.", "", "## § 1 Terminy", "Odpowiadamy w 14 dni, najdalej 1 240 razy.", "",
		"### Wyjątki", "Dwa: 5 i 6.", "", "### Kontakt {#kontakt}", "Tel. 801.", "", "## § 2 Koniec", "1. raz", "2. dwa 10 %")
	law := func(front_ []string, body ...string) string {
		lines := append([]string{"id: LAW-001", "title: Law", "source_version: 1"}, front_...)
		return front(append(append(lines, "---"), body...)...)
	}
	good := []string{"Intro: 3 rules.", "", "## § 1 Time limits", "We answer in 14 days, at most 1,240 times.", "",
		"### Exceptions", "Two: 6 and 5.", "", "### Contact {#kontakt}", "Phone 801.", "", "## § 2 End", "1. one", "2. two 10%"}
	change := func(n int, lines ...string) []string {
		return append(append(append([]string{}, good[:n]...), lines...), good[n+1:]...)
	}
	tests := []struct {
		name  string
		front []string
		body  []string
		want  []string
	}{
		{"equal", nil, good, nil},
		{"another number", nil, change(3, "We answer in 30 days, at most 1,240 times."), []string{
			`CX310 laws/a.en.md:8:4 the numbers in "§ 1 Time limits" differ from the binding text (missing: 14; extra: 30) | laws/a.md:7:4 `,
		}},
		{"before the first heading", nil, change(0, "Intro."), []string{
			`CX310 laws/a.en.md:6:1 "Law" lacks numbers of the binding text: 3 | laws/a.md:5:1 `,
		}},
		{"a number more", nil, change(13, "2. two 10%, 7"), []string{`CX310 laws/a.en.md:17:4 "§ 2 End" has numbers that the binding text lacks: 7 | laws/a.md:16:4 `}},
		{"missing section", nil, append(append([]string{}, good[:5]...), good[8:]...), []string{
			`CX311 laws/a.en.md:8:4 the section "Wyjątki" of the binding text is missing | laws/a.md:10:5 `,
		}},
		{"extra section", nil, append(append([]string{}, good...), "### More"), []string{
			`CX311 laws/a.en.md:20:5 the binding text has no section "More"`,
		}},
		{"matched by id in another order", nil, []string{"Intro: 3 rules.", "", "## § 1 Time limits", "14 and 1,240", "",
			"### Contact {#kontakt}", "Phone 801.", "", "### Exceptions", "6 and 5", "", "## § 2 End", "10%"}, nil},
		{"excused", []string{"parity_ok: {par-1: in crowns, start: shorter, kontakt: left out}"},
			[]string{"## § 1 Time limits", "### Exceptions", "6 and 5", "", "## § 2 End", "10%"}, nil},
		{"excuse for nothing", []string{"parity_ok: {par-11: in crowns}"}, good, []string{
			`CX306 laws/a.en.md:5:13 "parity_ok" in the binding text has no key "par-11" | did you mean "par-1"?`,
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := files{"laws/a.md": source, "laws/a.en.md": law(test.front, test.body...)}.load(t)
			matches(t, brief(found), test.want)
		})
	}
}

// TestParityOfStale checks that a translation that is known to be behind is
// not compared with a version that it does not translate.
func TestParityOfStale(t *testing.T) {
	f := files{
		"laws/a.md":    front("id: LAW-001", "title: T", "version: 2", "change_note: N", "---", "30"),
		"laws/a.en.md": front("id: LAW-001", "title: T", "source_version: 1", "---", "14"),
	}
	_, found := f.load(t)
	matches(t, brief(found), []string{"CX309 "})
	f["laws/a.v1.md"] = front("id: LAW-001", "title: T", "status: draft", "---", "15")
	_, found = f.load(t)
	matches(t, brief(found), []string{"CX309 ", "CX310 laws/a.en.md:6:1 "})
}

// TestParityOfNothing checks that a translation without text is one finding,
// where the binding text has any that nothing excuses.
func TestParityOfNothing(t *testing.T) {
	const none = "CX311 laws/a.en.md:6:1 the translation has no text, and the binding text has some"
	many := []string{"In 14 days.", "", "## § 1 A", "30", "", "## § 2 B"}
	tests := []struct {
		name, front  string
		source, body []string
		want         []string
	}{
		{"sections", "source_version: 1", many, nil, []string{none + " | laws/a.md:5:1 "}},
		{"only empty lines", "source_version: 1", many, []string{"", "  ", ""}, []string{none}},
		{"no headings", "source_version: 1", many[:1], nil, []string{none}},
		{"only headings", "source_version: 1", many[5:], nil, []string{none + " | laws/a.md:5:4 "}},
		{"no text in the binding one either", "source_version: 1", []string{""}, nil, nil},
		{"some sections excused", "source_version: 1\nparity_ok: {start: R, par-1: R}", many, nil, []string{
			strings.Replace(none, ":6:", ":7:", 1) + " | laws/a.md:10:4 "}},
		{"all excused", "source_version: 1\nparity_ok: {start: R, par-1: R, par-2: R}", many, nil, nil},
		{"excuse for nothing", "source_version: 1\nparity_ok: {par-7: R}", many[:1], nil, []string{"CX306 ", "CX311 "}},
		{"one word", "source_version: 1", many[:1], []string{"In 14"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := files{
				"laws/a.md":    front(append([]string{"id: LAW-001", "title: T", "---"}, test.source...)...),
				"laws/a.en.md": front(append([]string{"id: LAW-001", "title: T", test.front, "---"}, test.body...)...),
			}.load(t)
			matches(t, brief(found), test.want)
		})
	}
}
