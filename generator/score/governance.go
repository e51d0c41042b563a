package score

import (
	"github.com/cxbook/cxbook/generator/diag"
	"github.com/cxbook/cxbook/generator/record"
)

// ownValues are the named values that this package works out itself.
func (m *maker) ownValues() []Named {
	var out []Named
	for _, n := range [][]Named{m.governance(), m.roles(), m.education()} {
		out = append(out, n...)
	}
	return out
}

// typesWith returns the types whose records may say something in a field.
func (m *maker) typesWith(field string) []string {
	var out []string
	for _, t := range m.Book.Types.Types() {
		if t.Field(field) != nil {
			out = append(out, t.Name)
		}
	}
	return out
}

func (m *maker) governance() []Named {
	return []Named{
		{Name: "governance.owner_vacant", Types: m.typesWith("owner"), Kind: Flag, Of: m.ownerVacant, Meaning: diag.Text{
			PL: "rola, która odpowiada za wpis, jest nieobsadzona", CS: "role, která za záznam odpovídá, je neobsazená", EN: "the role that answers for the record is vacant"}},
		{Name: "governance.owner_deputy", Types: m.typesWith("owner"), Kind: Flag, Of: m.ownerDeputy, Meaning: diag.Text{
			PL: "rola właściciela ma zastępcę i jest on obsadzony", CS: "role garanta má zástupce, který je obsazený", EN: "the owner's role has a deputy that is not vacant"}},
		{Name: "governance.in_review", Types: m.typesWith("review"), Kind: Flag, Timed: true, Of: m.inReview, Meaning: diag.Text{
			PL: "przegląd nie jest po terminie", CS: "přezkoumání není po termínu", EN: "the review is not overdue"}},
		{Name: "governance.approved_by_owner", Types: m.typesWith("approved_by"), Kind: Flag, Of: m.approvedByOwner, Meaning: diag.Text{
			PL: "zatwierdził ten, kto jest właścicielem, a nie gremium", CS: "schválil garant sám, a není orgánem", EN: "approved by its own owner, which is no body"}},
		{Name: "governance.duties_without_step", Types: []string{"policy"}, Kind: Texts, Timed: true, Of: m.dutiesWithoutStep, Meaning: diag.Text{
			PL: "obowiązki z terminem lub zapewniane procedurą, których nie wykonuje żaden krok obowiązującej procedury", CS: "povinnosti s lhůtou nebo zajištěné postupem, které nevykonává žádný krok účinného postupu", EN: "duties with a time limit or enforced by a procedure that no step of a procedure in force carries out"}},
		{Name: "governance.steps_without_role", Types: []string{"procedure"}, Kind: Texts, Of: m.stepsWithoutRole, Meaning: diag.Text{
			PL: "kroki, w których nikt nie wykonuje albo nikt nie odpowiada za wynik", CS: "kroky, které nikdo nevykonává nebo za jejichž výsledek nikdo neodpovídá", EN: "steps that nobody carries out or nobody is accountable for"}},
		{Name: "governance.unserved_competencies", Types: []string{"model"}, Kind: Texts, Timed: true, Of: m.unserved, Meaning: diag.Text{
			PL: "kompetencje, którym nie służy żadna obowiązująca polityka", CS: "kompetence, kterým neslouží žádná účinná směrnice", EN: "competencies that no policy in force serves"}},
		{Name: "governance.has_listening_post", Types: []string{"touchpoint"}, Kind: Flag, Of: m.hasPost, Meaning: diag.Text{
			PL: "punkt styku ma źródło głosu klienta", CS: "kontaktní bod má zdroj zpětné vazby", EN: "the touchpoint has a listening post"}},
		{Name: "governance.acknowledged", Types: m.typesWith("acknowledgements"), Kind: Number, Timed: true, Of: m.acknowledged, Meaning: diag.Text{
			PL: "jaki procent osób zapoznał się z wersją z tego dnia", CS: "kolik procent lidí se seznámilo s verzí tohoto dne", EN: "what percentage of people have acknowledged the version of the day"}},
	}
}

// owner returns the role that answers for a record.
func (m *maker) owner(rec *record.Record) (*record.Record, *Reason) {
	id := rec.Source.Fields.Get("owner").String()
	role := m.Book.Record(id)
	if role == nil {
		return nil, &Reason{Kind: Absent, What: "owner"}
	}
	return role, nil
}

func vacant(role *record.Record) bool { return role.Source.Fields.Get("vacant").True() }

func (m *maker) ownerVacant(rec *record.Record) (any, *Reason) {
	role, reason := m.owner(rec)
	if reason != nil {
		return nil, reason
	}
	return vacant(role), nil
}

func (m *maker) ownerDeputy(rec *record.Record) (any, *Reason) {
	role, reason := m.owner(rec)
	if reason != nil {
		return nil, reason
	}
	deputy := m.Book.Record(role.Source.Fields.Get("deputy").String())
	return deputy != nil && !vacant(deputy), nil
}

func (m *maker) inReview(rec *record.Record) (any, *Reason) {
	review, ok := m.Book.ReviewOf(rec)
	if !ok {
		return nil, &Reason{Kind: Absent, What: "review"}
	}
	return !m.Book.Overdue(review), nil
}

func (m *maker) approvedByOwner(rec *record.Record) (any, *Reason) {
	by := rec.Source.Fields.Get("approved_by").String()
	if by == "" {
		return nil, &Reason{Kind: Absent, What: "approved_by"}
	}
	role := m.Book.Record(by)
	body := role != nil && role.Source.Fields.Get("kind").String() == "body"
	return by == rec.Source.Fields.Get("owner").String() && !body, nil
}

func (m *maker) dutiesWithoutStep(rec *record.Record) (any, *Reason) {
	carried, out := m.index().carried, []string{}
	for _, duty := range rec.Source.Fields.Get("duties").Elements() {
		key := duty.Get("key").String()
		asks := duty.Get("deadline") != nil || duty.Get("enforced_by").String() == "procedure"
		if asks && !carried[rec.ID+"#"+key] {
			out = append(out, key)
		}
	}
	return out, nil
}

func (m *maker) stepsWithoutRole(rec *record.Record) (any, *Reason) {
	p := m.Duties.Procedure(rec.ID)
	if p == nil {
		return nil, &Reason{Kind: Absent, What: "steps"}
	}
	out := []string{}
	for _, s := range p.Steps {
		if s.Responsible == "" || s.Accountable == "" {
			out = append(out, s.Key)
		}
	}
	return out, nil
}

func (m *maker) unserved(rec *record.Record) (any, *Reason) {
	out := []string{}
	for _, c := range rec.Source.Fields.Get("competencies").Elements() {
		if key := c.Get("key").String(); !m.index().served[rec.ID+"#"+key] {
			out = append(out, key)
		}
	}
	return out, nil
}

func (m *maker) hasPost(rec *record.Record) (any, *Reason) { return m.index().posts[rec.ID], nil }

func (m *maker) acknowledged(rec *record.Record) (any, *Reason) {
	state, ok := m.Ledger.Of(rec.ID, rec.Version)
	if !ok || state.People == 0 {
		return nil, &Reason{Kind: Absent, What: "acknowledgements"}
	}
	return 100 * float64(state.Acknowledged) / float64(state.People), nil
}

// roles are values about who may own what.
func (m *maker) roles() []Named {
	return []Named{
		{Name: "roles.owned_nps", Types: []string{"role"}, Kind: Texts, Meaning: diag.Text{
			PL: "wskaźniki NPS, za które odpowiada ta rola", CS: "ukazatele NPS, za které tato role odpovídá", EN: "NPS metrics that the role answers for"},
			Of: func(rec *record.Record) (any, *Reason) { return m.index().nps[rec.ID], nil }},
		{Name: "roles.repeated", Types: []string{"initiative"}, Kind: Flag, Meaning: diag.Text{
			PL: "inna inicjatywa ponawia tę z lepszą poprawką", CS: "jiná iniciativa tuto opakuje s lepší opravou", EN: "another initiative repeats this one with a better fix"},
			Of: func(rec *record.Record) (any, *Reason) { return m.index().repeated[rec.ID], nil }},
	}
}
