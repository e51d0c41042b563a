package redline

import (
	"strings"
	"testing"
)

// show writes edits as a reader sees them.
func show(all []Edit) string {
	var b strings.Builder
	for _, e := range all {
		switch e.Op {
		case Deleted:
			b.WriteString("[-" + e.Text + "-]")
		case Inserted:
			b.WriteString("{+" + e.Text + "+}")
		default:
			b.WriteString(e.Text)
		}
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"a b", "a b", "a b"},
		{"", "Nowe zdanie.", "{+Nowe zdanie.+}"},
		{"Stare zdanie.", "", "[-Stare zdanie.-]"},
		{"w ciągu 14 dni roboczych", "w ciągu 7 dni roboczych", "w ciągu [-14-] {+7+} dni roboczych"},
		{"do końca dnia", "najpóźniej do końca dnia", "{+najpóźniej+} do końca dnia"},
		{"do końca dnia roboczego", "do końca dnia", "do końca dnia [-roboczego-]"},
		// never half a word, a number or an address
		{"klientowi", "klientom", "[-klientowi-] {+klientom+}"},
		{"1 200 zł", "1 250 zł", "[-1 200-] {+1 250+} zł"},
		{"80,3 %", "80,5 %", "[-80,3-] {+80,5+} %"},
		{"P7D", "P14D", "[-P7D-] {+P14D+}"},
		{"o 8:00", "o 9:00", "o [-8:00-] {+9:00+}"},
		{"ze strony POL-001.", "ze strony POL-002.", "ze strony [-POL-001-] {+POL-002+}."},
		{"§ 3a i § 4", "§ 3b i § 4", "§ [-3a-] {+3b+} i § 4"},
		{"12 2026", "13 2026", "[-12-] {+13+} 2026"},
		{"10 150", "10 1500", "[-10 150-] {+10 1500+}"},
		// signs are apart from words
		{"odpowiada, gdy", "odpowiada gdy", "odpowiada[-,-] gdy"},
		{"koniec.", "koniec!", "koniec[-.-]{+!+}"},
		{"(dział CX)", "(zespół CX)", "([-dział-] {+zespół+} CX)"},
		// spaces are none of a reader's business
		{"raz  dwa\ntrzy", "raz dwa trzy", "raz dwa trzy"},
		{"§\u00a03", "§ 3", "§ 3"},
		{"1\u00a0200", "1 200", "1 200"},
		// a sentence rewritten around a stray word is a sentence rewritten
		{"the old rule was short and of no use", "a new law is long and with much sense", "[-the old rule was short and of no use-] {+a new law is long and with much sense+}"},
		{"raz dwa trzy", "cztery dwa pięć", "[-raz-] {+cztery+} dwa [-trzy-] {+pięć+}"},
	} {
		if got := show(Words(c.before, c.after)); got != c.want {
			t.Errorf("%q → %q\n got %s\nwant %s", c.before, c.after, got, c.want)
		}
	}
}

// outline writes what became of sections, a line for each that is not as it
// was, and its blocks below it.
func outline(all []SectionChange) string {
	var b strings.Builder
	for _, s := range all {
		moved := ""
		if s.Moved {
			moved = " moved"
		}
		b.WriteString(string(s.State) + moved + ": " + show(s.Title) + "\n")
		for _, block := range s.Blocks {
			if s.State != Same {
				b.WriteString("  " + string(block.State) + ": " + show(block.Edits) + "\n")
			}
		}
	}
	return b.String()
}

// parse reads sections: a line "key | title", its blocks below it, indented.
func parse(text string) []Section {
	var out []Section
	for line := range strings.SplitSeq(text, "\n") {
		if block, ok := strings.CutPrefix(line, "\t"); ok {
			last := &out[len(out)-1]
			last.Blocks = append(last.Blocks, Block{block})
		} else if key, title, ok := strings.Cut(line, "|"); ok {
			out = append(out, Section{Key: strings.TrimSpace(key), Title: strings.TrimSpace(title)})
		}
	}
	return out
}

func TestCompare(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"matched by number, whatever they are called", `
par-1 | § 1 Cel
	Słuchamy klientów.
par-2 | § 2 Termin
	Odpowiadamy w ciągu 14 dni.`, `
par-1 | § 1 Cel
	Słuchamy klientów.
par-2 | § 2 Kiedy odpowiadamy
	Odpowiadamy w ciągu 7 dni.`, `same: § 1 Cel
changed: § 2 [-Termin-] {+Kiedy odpowiadamy+}
  changed: Odpowiadamy w ciągu [-14-] {+7+} dni.
`},
		{"one paragraph comes, one goes", `
par-1 | § 1 Cel
	Jeden.
par-2 | § 2 Termin
	Dwa.
par-3 | § 3 Koniec
	Trzy.`, `
par-1 | § 1 Cel
	Jeden.
par-2a | § 2a Wyjątek od wszystkiego
	Nowe.
par-3 | § 3 Koniec
	Trzy.`, `same: § 1 Cel
removed: [-§ 2 Termin-]
  removed: [-Dwa.-]
added: {+§ 2a Wyjątek od wszystkiego+}
  added: {+Nowe.+}
same: § 3 Koniec
`},
		{"order alone changes no word", `
a | A
	jeden
b | B
	dwa
c | C
	trzy`, `
c | C
	trzy
a | A
	jeden
b | B
	dwa`, `same moved: C
same: A
same: B
`},
		{"without a key the title says which it is", `
 | Cel
	jeden dwa
 | Zakres
	trzy`, `
 | Zakres
	trzy cztery
 | Cel
	jeden dwa`, `changed moved: Zakres
  changed: trzy {+cztery+}
same: Cel
`},
		{"and without a title what it says", `
stary-tytul | Stary tytuł
	Klient dostaje odpowiedź w ciągu siedmiu dni.`, `
wstep | Wstęp
	Nic podobnego.
nowa-nazwa | Nowa nazwa
	Klient dostaje odpowiedź w ciągu pięciu dni.`, `added: {+Wstęp+}
  added: {+Nic podobnego.+}
changed: [-Stary tytuł-] {+Nowa nazwa+}
  changed: Klient dostaje odpowiedź w ciągu [-siedmiu-] {+pięciu+} dni.
`},
		{"blocks are matched in order, the most alike with each other", `
a | A
	Pierwszy punkt listy zostaje.
	Drugi punkt mówi o telefonie do klienta.
	Trzeci punkt mówi o liście do klienta.`, `
a | A
	Pierwszy punkt listy zostaje.
	Całkiem co innego.
	Trzeci punkt mówi o wiadomości do klienta.`, `changed: A
  same: Pierwszy punkt listy zostaje.
  removed: [-Drugi punkt mówi o telefonie do klienta.-]
  added: {+Całkiem co innego.+}
  changed: Trzeci punkt mówi o [-liście-] {+wiadomości+} do klienta.
`},
		{"nothing at all", "", "", ""},
		{"the same text under one heading twice", `
a | A
	x
a | A
	y`, `
a | A
	y
a | A
	x`, `same moved: A
same: A
`},
	} {
		if got := outline(Compare(parse(c.before), parse(c.after))); got != c.want {
			t.Errorf("%s\n got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
