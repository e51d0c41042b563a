package values

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/measure"
	"github.com/cxbook/cxbook/generator/record"
	"github.com/cxbook/cxbook/generator/score"
	"github.com/cxbook/cxbook/generator/series"
)

// unmeasured returns why a room has no figure, in words.
func unmeasured(why measure.Reason) *score.Reason {
	if r := notMeasured[why]; r != nil {
		return r
	}
	return &score.Reason{Kind: score.Failed}
}

var notMeasured = map[measure.Reason]*score.Reason{
	measure.NoData:      because("nie ma danych do tego dnia", "do tohoto dne nejsou data", "there is no data by the day"),
	measure.NotComplete: because("żaden okres jeszcze się nie skończył", "žádné období ještě neskončilo", "no period is over yet"),
	measure.NoAnswers:   because("nie ma odpowiedzi", "nejsou odpovědi", "there are no answers"),
	measure.NoCount:     because("nie wiadomo, z ilu odpowiedzi są wartości", "není známo, z kolika odpovědí hodnoty jsou", "nobody says of how many answers the values are"),
	measure.NotCombined: because("median i percentyli nie da się łączyć", "mediány a percentily nelze slučovat", "medians and percentiles cannot be combined"),
	measure.SmallGroup:  because("za mało odpowiedzi, żeby je pokazać", "příliš málo odpovědí na zveřejnění", "too few answers to be shown"),
	measure.Complement:  because("ukrywa małą grupę, którą dałoby się z tego policzyć", "skrývá malou skupinu, kterou by z toho šlo vypočítat", "hides a small group that could be worked out from it"),
	measure.NoLimit:     because("to źródło głosu klienta nie ma terminu", "tento zdroj zpětné vazby nemá lhůtu", "the listening post has no time limit"),
	measure.NoneDue:     because("żaden termin jeszcze nie minął", "žádná lhůta ještě neuplynula", "no limit is past yet"),
	measure.FewAnswers:  because("za mało odpowiedzi", "příliš málo odpovědí", "too few answers"),
	measure.OneAnswer:   because("z jednej odpowiedzi nie ma przedziału ufności", "z jedné odpovědi není interval spolehlivosti", "of one answer there is no interval"),
	measure.NoSpread:    because("wszystkie odpowiedzi są takie same, więc nie ma przedziału ufności", "všechny odpovědi jsou stejné, interval spolehlivosti tedy není", "all answers are alike, so that there is no interval"),
	measure.NotWhole:    because("wartości całych okresów nic nie mówią o części okresu", "hodnoty celých období neříkají nic o části období", "values of whole periods say nothing of a part of one"),
	measure.OutOfReach:  because("z żadnym klientem nie można się skontaktować", "žádného zákazníka nelze kontaktovat", "no customer can be contacted"),
	measure.NoInterval:  because("nie ma przedziału ufności", "není interval spolehlivosti", "no interval can be had"),
}

func (in Input) period(rec *record.Record) (measure.Period, *score.Reason) {
	if in.Measures == nil || in.Measures.Metrics[rec.ID] == nil {
		return measure.Period{}, because("wskaźnik nie ma danych", "ukazatel nemá data", "the metric has no data")
	}
	m := in.Measures.Metrics[rec.ID]
	p, ok := m.Leading()
	switch {
	case !ok:
		return p, unmeasured(m.Reason)
	case p.Estimate == nil:
		return p, unmeasured(p.Reason)
	}
	return p, nil
}

func (in Input) metrics() []score.Named {
	of := in.period
	estimate := func(value func(*series.Estimate) (float64, bool), why *score.Reason) func(*record.Record) (any, *score.Reason) {
		return number(of, func(p measure.Period) (float64, *score.Reason) {
			if v, ok := value(p.Estimate); ok {
				return v, nil
			}
			return 0, why
		})
	}
	out := []score.Named{
		{Name: "metric.value", Of: estimate(func(e *series.Estimate) (float64, bool) { return e.Value, true }, nil), Meaning: diag.Text{
			PL: "wartość w ostatnim pełnym okresie", CS: "hodnota v posledním úplném období", EN: "the value in the latest complete period"}},
		{Name: "metric.low", Of: estimate(func(e *series.Estimate) (float64, bool) {
			if e.Interval == nil {
				return 0, false
			}
			return e.Interval.Low, true
		}, unmeasured(measure.NoInterval)), Meaning: diag.Text{
			PL: "dolny koniec przedziału ufności 95%", CS: "dolní mez intervalu spolehlivosti 95 %", EN: "the lower end of the 95% interval"}},
		{Name: "metric.high", Of: estimate(func(e *series.Estimate) (float64, bool) {
			if e.Interval == nil {
				return 0, false
			}
			return e.Interval.High, true
		}, unmeasured(measure.NoInterval)), Meaning: diag.Text{
			PL: "górny koniec przedziału ufności 95%", CS: "horní mez intervalu spolehlivosti 95 %", EN: "the upper end of the 95% interval"}},
		{Name: "metric.n", Of: estimate(func(e *series.Estimate) (float64, bool) { return float64(e.N), e.N > 0 }, unmeasured(measure.NoCount)), Meaning: diag.Text{
			PL: "z ilu odpowiedzi", CS: "z kolika odpovědí", EN: "of how many answers"}},
		{Name: "metric.target", Of: number(of, func(p measure.Period) (float64, *score.Reason) {
			if p.Target == nil {
				return 0, noTarget
			}
			return *p.Target, nil
		}), Meaning: diag.Text{
			PL: "cel, który obowiązuje w tym okresie", CS: "cíl, který v tomto období platí", EN: "the target that holds in the period"}},
		{Name: "metric.met", Kind: score.Flag, Of: func(rec *record.Record) (any, *score.Reason) {
			p, reason := in.period(rec)
			switch {
			case reason != nil:
				return nil, reason
			case p.Met == nil:
				return nil, noTarget
			}
			return *p.Met, nil
		}, Meaning: diag.Text{
			PL: "cel osiągnięty", CS: "cíl splněn", EN: "the target is met"}},
		{Name: "metric.alert", Kind: score.Flag, Of: other(of, func(p measure.Period) bool { return p.Alert }), Meaning: diag.Text{
			PL: "przekroczony próg alarmu", CS: "překročen práh výstrahy", EN: "past the alert, so that somebody must act at once"}},
		{Name: "metric.change", Of: number(of, func(p measure.Period) (float64, *score.Reason) {
			if p.Change == nil {
				return 0, noEarlier
			}
			return p.Change.Delta, nil
		}), Meaning: diag.Text{
			PL: "zmiana względem poprzedniego okresu", CS: "změna proti předchozímu období", EN: "the change from the period before"}},
		{Name: "metric.change_real", Kind: score.Flag, Of: func(rec *record.Record) (any, *score.Reason) {
			p, reason := in.period(rec)
			switch {
			case reason != nil:
				return nil, reason
			case p.Change == nil:
				return nil, noEarlier
			case p.Change.Verdict == series.NotJudged:
				return nil, unmeasured(p.Change.Reason)
			}
			return p.Change.Verdict == series.Real, nil
		}, Meaning: diag.Text{
			PL: "zmiana jest większa niż błąd pomiaru", CS: "změna je větší než chyba měření", EN: "the change is more than noise"}},
	}
	for i := range out {
		out[i].Types = []string{"metric"}
	}
	return out
}

var (
	noTarget  = because("na ten okres nie ma celu", "pro toto období není cíl", "no target holds in the period")
	noEarlier = because("nie ma poprzedniego okresu do porównania", "není předchozí období k porovnání", "there is no period before to compare with")
)

func (in Input) tally(rec *record.Record) (measure.Tally, *score.Reason) {
	if in.Measures == nil {
		return measure.Tally{}, unmeasured(measure.NoData)
	}
	if rec.Source.Fields.Get("anonymous").True() {
		return measure.Tally{}, because("ankieta jest anonimowa, nie ma komu odpowiedzieć", "dotazník je anonymní, není komu odpovědět", "the survey is anonymous: there is nobody to go back to")
	}
	if t, ok := in.Measures.Touchpoints[rec.ID]; ok {
		return t, nil
	}
	loop := in.Measures.Loops[rec.ID]
	switch {
	case loop == nil:
		return measure.Tally{}, because("nie ma pliku spraw", "není soubor případů", "there is no file of cases")
	case loop.Reason != "":
		return measure.Tally{}, unmeasured(loop.Reason)
	}
	return loop.Tally, nil
}

func (in Input) loops() []score.Named {
	of := in.tally
	count := func(value func(measure.Tally) int) func(*record.Record) (any, *score.Reason) {
		return number(of, func(t measure.Tally) (float64, *score.Reason) { return float64(value(t)), nil })
	}
	figure := func(value func(measure.Tally) measure.Figure) func(*record.Record) (any, *score.Reason) {
		return number(of, func(t measure.Tally) (float64, *score.Reason) {
			f := value(t)
			if f.Estimate == nil {
				return 0, unmeasured(f.Reason)
			}
			return f.Estimate.Value, nil
		})
	}
	out := []score.Named{
		{Name: "loop.on_time", Of: figure(func(t measure.Tally) measure.Figure { return t.Close.Share }), Meaning: diag.Text{
			PL: "jaki procent klientów poinformowano w terminie", CS: "kolik procent zákazníků bylo informováno ve lhůtě", EN: "what percentage of customers were informed in time"}},
		{Name: "loop.contact_on_time", Of: figure(func(t measure.Tally) measure.Figure { return t.Contact.Share }), Meaning: diag.Text{
			PL: "do jakiego procentu klientów odezwano się w terminie", CS: "kolik procent zákazníků bylo poprvé kontaktováno ve lhůtě", EN: "what percentage of customers were contacted in time"}},
		{Name: "loop.cases", Of: count(func(t measure.Tally) int { return t.Cases }), Meaning: diag.Text{
			PL: "liczba spraw", CS: "počet případů", EN: "how many cases there are"}},
		{Name: "loop.counted", Of: count(func(t measure.Tally) int { return t.Close.Told() + t.Close.Overdue }), Meaning: diag.Text{
			PL: "liczba spraw załatwionych lub po terminie, z których liczy się procent", CS: "počet případů vyřízených nebo po lhůtě, z nichž se počítá procento", EN: "how many cases are done or past their limit, of which the percentage is"}},
		{Name: "loop.informed_in_time", Of: count(func(t measure.Tally) int { return t.Close.OnTime }), Meaning: diag.Text{
			PL: "liczba klientów poinformowanych w terminie", CS: "počet zákazníků informovaných ve lhůtě", EN: "how many customers were informed in time"}},
		{Name: "loop.late", Of: count(func(t measure.Tally) int { return t.Close.Late }), Meaning: diag.Text{
			PL: "liczba klientów poinformowanych po terminie", CS: "počet zákazníků informovaných po lhůtě", EN: "how many customers were informed late"}},
		{Name: "loop.overdue", Of: count(func(t measure.Tally) int { return t.Close.Overdue }), Meaning: diag.Text{
			PL: "liczba otwartych spraw po terminie", CS: "počet otevřených případů po lhůtě", EN: "how many open cases are past their limit"}},
		{Name: "loop.pending", Of: count(func(t measure.Tally) int { return t.Close.Pending }), Meaning: diag.Text{
			PL: "liczba otwartych spraw, których termin jeszcze biegnie", CS: "počet otevřených případů, jejichž lhůta ještě běží", EN: "how many open cases are not due yet"}},
		{Name: "loop.out_of_reach", Of: count(func(t measure.Tally) int { return t.OutOfReach }), Meaning: diag.Text{
			PL: "liczba spraw bez możliwości kontaktu", CS: "počet případů bez možnosti kontaktu", EN: "how many customers are out of reach"}},
		{Name: "loop.median_days", Of: figure(func(t measure.Tally) measure.Figure { return t.Days }), Meaning: diag.Text{
			PL: "mediana dni do poinformowania klienta", CS: "medián dnů do informování zákazníka", EN: "the median of the days until the customer was informed"}},
		{Name: "loop.open", Of: count(func(t measure.Tally) int { return t.Open }), Meaning: diag.Text{
			PL: "liczba klientów, których jeszcze nie poinformowano", CS: "počet zákazníků, kteří dosud nebyli informováni", EN: "how many customers have not been informed yet"}},
	}
	for i := range out {
		out[i].Types = []string{"listening", "touchpoint"}
	}
	return out
}
