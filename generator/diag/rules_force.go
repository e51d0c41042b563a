package diag

// forceRules are about law in force and who answers for it: CX414.
var forceRules = []*Rule{
	{
		Code: ApprovedByOwner, Severity: Error,
		Title: say("Właściciel zatwierdza sam", "Garant schvaluje sám", "The owner approves alone"),
		Why: say(
			"Zatwierdza ktoś inny niż ten, kto za wpis odpowiada: cztery oczy widzą więcej. Gremium może zatwierdzać także to, co do niego należy, bo decyduje wspólnie.",
			"Schvaluje někdo jiný než ten, kdo za záznam odpovídá: víc očí víc vidí. Orgán smí schvalovat i to, co mu patří, protože rozhoduje společně.",
			"Approval is for somebody else than whoever answers for the record: four eyes see more. A body may approve what it owns, since it decides together."),
		Before: "owner: ROL-001\napproved_by: ROL-001",
		After:  "owner: ROL-001\napproved_by: ROL-014",
		Messages: only(
			"{owner} zatwierdza wpis, którego jest właścicielem",
			"{owner} schvaluje záznam, jehož je garantem",
			"{owner} approves a record that it owns"),
		Hints: only(
			"wskaż w approved_by inną rolę lub gremium; jeśli {owner} jest gremium, dopisz w tej roli „kind: body”",
			"v approved_by uveďte jinou roli nebo orgán; je-li {owner} orgán, doplňte do této role „kind: body“",
			`name another role or a body in approved_by; if {owner} is a body, add "kind: body" to that role`),
		Notes: texts{"owner": say("właściciel", "garant", "the owner")},
	},
}
