package main

import (
	"path/filepath"

	"github.com/cxbook/cxbook/generator/history"
)

// repository returns where git is to be asked about the content folder.
func (a *app) repository() history.Repository {
	dir := a.flags.at(a.flags.content)
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	return history.Repository{Dir: dir, Environ: a.environ}
}

// unknown says why there is no history, where there is none.
func (a *app) unknown(h *history.History) {
	if h.Missing == "" {
		return
	}
	a.note(noteNoHistory, noHistory[h.Missing].In(a.flags.lang))
	if h.Missing == history.Failed {
		a.note(noteGit, h.Detail)
	}
}

var (
	noteNoHistory = words{
		PL: "nie wiadomo, kiedy wpisy opublikowano i zmieniono, więc strona tego nie podaje: %s",
		CS: "není známo, kdy byly záznamy zveřejněny a změněny, takže to web neuvádí: %s",
		EN: "it is not known when records were published and amended, so the site does not say: %s",
	}
	noteGit = words{
		PL: "git: %s",
		CS: "git: %s",
		EN: "git: %s",
	}
)

// noHistory says why there is no history, and what to do.
var noHistory = map[history.Reason]words{
	history.NoGit: {
		PL: "nie ma programu git; zainstaluj go",
		CS: "chybí program git; nainstalujte ho",
		EN: "there is no git program; install it",
	},
	history.NoRepository: {
		PL: "folder z treścią nie jest w repozytorium git; utwórz je poleceniem git init",
		CS: "složka s obsahem není v repozitáři git; vytvořte ho příkazem git init",
		EN: "the content folder is in no git repository; git init makes one",
	},
	history.Outside: {
		PL: "folder z treścią nie należy do plików roboczych repozytorium git",
		CS: "složka s obsahem nepatří k pracovním souborům repozitáře git",
		EN: "the content folder is not in the working files of a git repository",
	},
	history.Shallow: {
		PL: "kopia repozytorium nie ma starszych zmian; pobierz je poleceniem git fetch --unshallow (w CI: fetch-depth: 0)",
		CS: "kopie repozitáře nemá starší změny; stáhněte je příkazem git fetch --unshallow (v CI: fetch-depth: 0)",
		EN: "this clone lacks the older changes; git fetch --unshallow brings them (in CI: fetch-depth: 0)",
	},
	history.Ownership: {
		PL: "repozytorium git należy do innego użytkownika; jeśli mu ufasz, dopisz je do safe.directory w ustawieniach git",
		CS: "repozitář git patří jinému uživateli; pokud mu důvěřujete, přidejte ho do safe.directory v nastavení git",
		EN: "the git repository is another user's; if you trust it, add it to safe.directory in git's settings",
	},
	history.NoCommits: {
		PL: "w repozytorium git nie zapisano jeszcze żadnej zmiany",
		CS: "v repozitáři git zatím není zapsána žádná změna",
		EN: "nothing has been committed to the git repository yet",
	},
	history.Failed: {
		PL: "git nie odpowiada",
		CS: "git neodpovídá",
		EN: "git does not answer",
	},
}
