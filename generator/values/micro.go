package values

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/micro"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
)

func (in Input) initiative(rec *record.Record) (*micro.Initiative, *score.Reason) {
	if i := in.Initiatives.Of(rec.ID); i != nil {
		return i, nil
	}
	return nil, &score.Reason{Kind: score.Failed}
}

var noFigure = map[micro.Reason]*score.Reason{
	micro.NoMetric:         because("nie wskazano wskaźnika", "není uveden ukazatel", "no metric is named"),
	micro.NoBaseline:       because("nie ma wartości wyjściowej", "chybí výchozí hodnota", "there is no baseline"),
	micro.NoMeasurement:    because("jeszcze nie zmierzono", "zatím nezměřeno", "not measured yet"),
	micro.NoTarget:         because("nie ma celu", "chybí cíl", "there is no target"),
	micro.ZeroBaseline:     because("wartość wyjściowa to zero, więc procentu nie ma", "výchozí hodnota je nula, procento tedy není", "the baseline is nought, of which there is no percentage"),
	micro.TargetIsBaseline: because("cel równa się wartości wyjściowej", "cíl se rovná výchozí hodnotě", "the target is the baseline"),
	micro.TargetAgainst:    because("cel oznacza pogorszenie", "cíl znamená zhoršení", "the target asks for the worse"),
	micro.NoCost:           because("nie podano kosztu", "nejsou uvedeny náklady", "no cost is stated"),
	micro.NoBenefit:        because("nie podano korzyści", "není uveden přínos", "no benefit is stated"),
	micro.NoPeriod:         because("nie podano, za jaki czas jest korzyść", "není uvedeno, za jakou dobu je přínos", "nobody says over what time the benefit comes"),
	micro.TooEarly:         because("zmierzono, zanim wdrożono", "měřeno dřív, než bylo zavedeno", "it was measured before it was deployed"),
	micro.MixedPeriods:     because("korzyści i koszty są za różne okresy", "přínosy a náklady jsou za různá období", "benefits and costs are over different times"),
}

// unknown returns why a room has no figure, in words.
func unknown(why micro.Reason) *score.Reason {
	if r := noFigure[why]; r != nil {
		return r
	}
	return &score.Reason{Kind: score.Failed}
}

func figureOf(f micro.Figure) (float64, *score.Reason) {
	if f.Known() {
		return f.Value, nil
	}
	return 0, unknown(f.Reason)
}

func (in Input) micro() []score.Named {
	of := in.initiative
	figure := func(value func(*micro.Initiative) micro.Figure) func(*record.Record) (any, *score.Reason) {
		return number(of, func(i *micro.Initiative) (float64, *score.Reason) { return figureOf(value(i)) })
	}
	out := []score.Named{
		{Name: "micro.effect", Of: figure(func(i *micro.Initiative) micro.Figure { return i.Effect.Leading() }), Meaning: diag.Text{
			PL: "o ile zmienił się wskaźnik: w procentach albo punktach, jak mówi cel", CS: "o kolik se ukazatel změnil: v procentech, nebo v bodech, jak říká cíl", EN: "by how much the metric changed: in percent or points, as the target says"}},
		{Name: "micro.percent", Of: figure(func(i *micro.Initiative) micro.Figure { return i.Effect.Percent }), Meaning: diag.Text{
			PL: "o ile procent zmienił się wskaźnik", CS: "o kolik procent se ukazatel změnil", EN: "by how many percent the metric changed"}},
		{Name: "micro.points", Of: figure(func(i *micro.Initiative) micro.Figure { return i.Effect.Points }), Meaning: diag.Text{
			PL: "o ile zmienił się wskaźnik, w jego jednostce", CS: "o kolik se ukazatel změnil, ve své jednotce", EN: "by how much the metric changed, in its unit"}},
		{Name: "micro.verdict", Kind: score.Text, Of: other(of, func(i *micro.Initiative) string { return string(i.Effect.Verdict) }), Meaning: diag.Text{
			PL: "met (cel osiągnięty), not-met, met-within-noise (w granicach błędu pomiaru), not-measured albo unjudged (nie da się powiedzieć)", CS: "met (cíl splněn), not-met, met-within-noise (v mezích chyby měření), not-measured, nebo unjudged (nelze říci)", EN: "met, not-met, met-within-noise, not-measured, or unjudged (nobody can tell)"}},
		{Name: writtenVerdict, Kind: score.Text, Of: other(of, func(i *micro.Initiative) string { return string(i.Written) }), Meaning: diag.Text{
			PL: "to samo z tego, co wpisano, bez danych wskaźnika i bez względu na dzień", CS: "totéž z toho, co je zapsáno, bez dat ukazatele a bez ohledu na den", EN: "the same of what is written alone, without the metric's data and whatever the day"}},
		{Name: "micro.begun", Kind: score.Flag, Of: other(of, func(i *micro.Initiative) bool { return i.Clock != nil }), Meaning: diag.Text{
			PL: "to mikrointerwencja, która już się zaczęła", CS: "je to mikrointervence, která už začala", EN: "it is a micro-intervention that has begun"}},
		{Name: "micro.met", Kind: score.Flag, Of: in.met, Meaning: diag.Text{
			PL: "cel osiągnięty, choćby w granicach błędu pomiaru", CS: "cíl splněn, třeba i v mezích chyby měření", EN: "the target is met, be it within noise"}},
		{Name: "micro.beyond_noise", Kind: score.Flag, Of: in.beyondNoise, Meaning: diag.Text{
			PL: "zmiana jest większa niż błąd pomiaru", CS: "změna je větší než chyba měření", EN: "the change is more than noise"}},
		{Name: "micro.told", Kind: score.Flag, Of: other(of, func(i *micro.Initiative) bool { return i.Told != nil }), Meaning: diag.Text{
			PL: "klientom powiedziano, co się zmieniło", CS: "zákazníci se dozvěděli, co se změnilo", EN: "customers were told what has changed"}},
		{Name: "micro.return", Of: in.money(func(r micro.Return) micro.Figure { return r.Ratio }), Meaning: diag.Text{
			PL: "zwrot z inwestycji: (korzyść − koszt) / koszt, jeżeli wszystko jest w jednej walucie", CS: "návratnost investice: (přínos − náklady) / náklady, je-li vše v jedné měně", EN: "return on investment: (benefit − cost) / cost, where all is in one currency"}},
		{Name: "micro.payback", Of: in.money(func(r micro.Return) micro.Figure { return r.Months }), Meaning: diag.Text{
			PL: "po ilu miesiącach koszt się zwraca, jeżeli wszystko jest w jednej walucie", CS: "za kolik měsíců se náklady vrátí, je-li vše v jedné měně", EN: "after how many months the cost is paid back, where all is in one currency"}},
		{Name: "micro.identified_late", Of: in.stage("identified"), Meaning: diag.Text{
			PL: "o ile dni za późno nazwano problem; brak, dopóki jest na to czas", CS: "o kolik dní pozdě byl problém pojmenován; nic, dokud je na to čas", EN: "by how many days the problem was identified too late; absent while there is time"}},
		{Name: "micro.designed_late", Of: in.stage("designed"), Meaning: diag.Text{
			PL: "o ile dni za późno powstało rozwiązanie; brak, dopóki jest na to czas", CS: "o kolik dní pozdě vzniklo řešení; nic, dokud je na to čas", EN: "by how many days the solution was designed too late; absent while there is time"}},
		{Name: "micro.deployed_late", Of: in.stage("deployed"), Meaning: diag.Text{
			PL: "o ile dni za późno wdrożono rozwiązanie; brak, dopóki jest na to czas", CS: "o kolik dní pozdě bylo řešení zavedeno; nic, dokud je na to čas", EN: "by how many days the solution was deployed too late; absent while there is time"}},
	}
	for i := range out {
		out[i].Types = []string{"initiative"}
	}
	return out
}

func (in Input) met(rec *record.Record) (any, *score.Reason) {
	i, reason := in.initiative(rec)
	if reason != nil {
		return nil, reason
	}
	switch i.Effect.Verdict {
	case micro.NotMeasured:
		return nil, unknown(micro.NoMeasurement)
	case micro.Unjudged:
		return nil, unknown(i.Effect.Reason)
	}
	return i.Effect.Verdict != micro.NotMet, nil
}

func (in Input) beyondNoise(rec *record.Record) (any, *score.Reason) {
	i, reason := in.initiative(rec)
	switch {
	case reason != nil:
		return nil, reason
	case i.Effect.Measured == nil:
		return nil, unknown(micro.NoMeasurement)
	case i.Effect.Change.Verdict == series.NotJudged:
		return nil, because("nie wiadomo, jak duży jest błąd pomiaru", "není známo, jak velká je chyba měření", "nobody can tell how large the noise is")
	}
	return i.Effect.Real(), nil
}

// stage returns by how many days a stage of a micro-intervention was late.
func (in Input) stage(name string) func(*record.Record) (any, *score.Reason) {
	return number(in.initiative, func(i *micro.Initiative) (float64, *score.Reason) {
		if i.Clock == nil {
			return 0, because("mikrointerwencja jeszcze się nie zaczęła", "mikrointervence ještě nezačala", "the micro-intervention has not begun")
		}
		for _, s := range i.Clock.Stages {
			if s.Name == name && (s.Day > 0 || s.Late > 0) {
				return float64(s.Late), nil
			}
		}
		return 0, because("jest na to jeszcze czas", "ještě je na to čas", "there is still time for it")
	})
}

// money returns a figure of what an initiative costs and brings in. Currencies
// are never added up, so of several there is none.
func (in Input) money(value func(micro.Return) micro.Figure) func(*record.Record) (any, *score.Reason) {
	return number(in.initiative, func(i *micro.Initiative) (float64, *score.Reason) {
		switch len(i.Returns) {
		case 0:
			return 0, because("nie podano pieniędzy", "nejsou uvedeny peníze", "no money is stated")
		case 1:
			return figureOf(value(i.Returns[0]))
		}
		return 0, because("kwoty są w kilku walutach", "částky jsou v několika měnách", "the amounts are in several currencies")
	})
}
