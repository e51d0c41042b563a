// Package history asks git when the files of a content folder were published.
//
// In: where the folder is on this machine, and the handbook's day.
// Out: a History: for each file the day on which it was first published and
// the day on which it was last amended, or the Reason why nobody knows; and
// the folder as it was at a revision, as an fs.FS.
//
// It is the only package that runs the git program, and runs it so that no
// repository can run another: no hook, filter, pager, monitor or transport. It
// writes nothing, asks no network, and invents no day.
//
// Published means: on the line of development that the checkout is on. A
// commit of a branch is published with the merge that brought it there, on the
// day of that merge, so only first parents are followed. The day is the
// committer's, in UTC: the author's says when somebody wrote the words, which
// may be long before anybody else could read them. A rebase or an amended
// commit changes committers' days, and what is there now counts.
package history

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"

	"github.com/cxbook/cxbook/generator/lang"
)

// A History is what git knows of a content folder by a day. It is immutable.
type History struct {
	Missing Reason // why nothing is known; "" where it is
	Detail  string // what git said to that, for whoever runs the program; never for a site
	Head    string // the commit that is checked out
	// Files are by path, relative to the content folder. A file that was never
	// committed is not among them; one that was only after the day has no days.
	Files map[string]File
}

// A File is what is known of a file that is checked out.
type File struct {
	Published lang.Date // the first day on which it could be read, under whatever name
	Amended   lang.Date // the last day on which its words changed; moving it changes none
	Commit    string    // that of Amended
	Blob      string    // git's name for its bytes in the checked-out commit
	Open      bool      // what is in the folder now is not what was committed
}

// A Reason says why there is no history.
type Reason string

// The reasons.
const (
	NoGit        Reason = "no-git"        // there is no git program
	NoRepository Reason = "no-repository" // the folder is in no repository
	Outside      Reason = "outside"       // it is in the repository's own files, or in one without a checkout
	Shallow      Reason = "shallow"       // the clone lacks the older commits
	Ownership    Reason = "ownership"     // the repository is another user's
	NoCommits    Reason = "no-commits"    // nothing was ever committed
	Failed       Reason = "failed"        // git failed
)

// Reasons returns all reasons.
func Reasons() []Reason {
	return []Reason{NoGit, NoRepository, Outside, Shallow, Ownership, NoCommits, Failed}
}

// Committed reports whether data are a file's committed bytes. A checkout may
// have made the line ends this system's own.
func (f File) Committed(data []byte) bool {
	if blobOf(data, len(f.Blob)) == f.Blob {
		return true
	}
	plain := unixLines(data)
	return len(plain) != len(data) && blobOf(plain, len(f.Blob)) == f.Blob
}

// Opened returns a History in which the files that open reports are marked.
func (h *History) Opened(open func(path string, f File) bool) *History {
	out := *h
	out.Files = make(map[string]File, len(h.Files))
	for path, f := range h.Files {
		f.Open = open(path, f)
		out.Files[path] = f
	}
	return &out
}

// Lines says everything in it that a site can show, in a fixed order; two
// histories with the same lines make the same site.
func (h *History) Lines() []string {
	if h == nil {
		return nil
	}
	out := []string{"missing " + string(h.Missing)}
	for path, f := range h.Files {
		out = append(out, fmt.Sprintf("%q %s %s %s", path, f.Published, f.Amended, f.Blob))
	}
	slices.Sort(out)
	return out
}

// blobOf returns git's name for bytes, in a repository whose names are that
// long.
func blobOf(data []byte, length int) string {
	var h hash.Hash
	if length == 2*sha256.Size {
		h = sha256.New()
	} else {
		h = sha1.New()
	}
	fmt.Fprintf(h, "blob %d\x00", len(data))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}

// unixLines returns data with line ends as \n.
func unixLines(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for i, b := range data {
		if b != '\r' || i+1 == len(data) || data[i+1] != '\n' {
			out = append(out, b)
		}
	}
	return out
}
