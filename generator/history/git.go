package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"
)

// A Repository is a folder that may be in a git repository.
type Repository struct {
	Dir string // of the content folder, on this machine
	// Environ is the process's environment. Of git's own variables only those
	// are heeded that say where its settings are: a hook that runs cxbook has
	// others, which are about another folder.
	Environ []string
}

// quiet are the settings that keep a repository's own settings from running a
// program or changing what git prints. Ownership is not among them: whether a
// repository of another user is to be trusted is for the user to say.
var quiet = []string{
	"--no-pager", "--literal-pathspecs", "--no-replace-objects",
	"-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
	"-c", "core.alternateRefsCommand=", "-c", "core.commitGraph=true", "-c", "protocol.allow=never",
	"-c", "log.showSignature=false", "-c", "log.showRoot=true", "-c", "log.mailmap=false",
	"-c", "diff.renames=true", "-c", "diff.suppressBlankEmpty=false", "-c", "diff.ignoreSubmodules=none",
	"-c", "color.ui=false", "-c", "advice.graftFileDeprecated=false",
}

// environment are git's variables that are set; heeded those that are kept.
var (
	environment = []string{
		"LC_ALL=C", "LANGUAGE=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_REPLACE_OBJECTS=1",
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_PAGER=cat", "GIT_GRAFT_FILE=/dev/null", "GIT_ASKPASS=", "SSH_ASKPASS=",
	}
	heeded = []string{
		"GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
		"GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_", "GIT_TEST_ASSUME_DIFFERENT_OWNER",
	}
)

func (r Repository) environ() []string {
	var out []string
	for _, e := range r.Environ {
		if name, _, _ := strings.Cut(e, "="); !strings.HasPrefix(name, "GIT_") || keep(name) {
			out = append(out, e)
		}
	}
	return append(out, environment...)
}

func keep(name string) bool {
	for _, h := range heeded {
		if name == h || strings.HasSuffix(h, "_") && strings.HasPrefix(name, h) {
			return true
		}
	}
	return false
}

// A failure is why git could not answer.
type failure struct {
	reason Reason
	detail string
}

func (f failure) Error() string {
	if f.detail == "" {
		return "git: " + string(f.reason)
	}
	return "git: " + f.detail
}

// ReasonOf returns why git could not answer, "" for any other error.
func ReasonOf(err error) Reason {
	var f failure
	if errors.As(err, &f) {
		return f.reason
	}
	return ""
}

// maxDetail is how much is kept of what git complains of.
const maxDetail = 4 << 10

// run runs git and lets read have what it prints. Where read stops early, git
// is ended.
func (r Repository) run(ctx context.Context, input io.Reader, read func(io.Reader) error, args ...string) error {
	program, err := exec.LookPath("git")
	if err != nil {
		return failure{NoGit, err.Error()}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, append(append([]string{"-C", r.Dir}, quiet...), args...)...)
	cmd.Env, cmd.Stdin, cmd.WaitDelay = r.environ(), input, time.Second
	said := &bounded{}
	cmd.Stderr = said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return failure{Failed, err.Error()}
	}
	readErr := read(out)
	if readErr != nil {
		cancel()
	}
	waitErr := cmd.Wait()
	switch {
	case readErr != nil && !errors.Is(readErr, io.ErrUnexpectedEOF):
		return readErr
	case waitErr != nil:
		return reasonOf(said.String(), waitErr)
	}
	return readErr
}

// output runs git and returns everything that it prints, up to a limit.
func (r Repository) output(ctx context.Context, limit int64, args ...string) ([]byte, error) {
	var data []byte
	err := r.run(ctx, nil, func(out io.Reader) (err error) {
		data, err = io.ReadAll(io.LimitReader(out, limit+1))
		if err == nil && int64(len(data)) > limit {
			err = failure{Failed, fmt.Sprintf("more than %d bytes", limit)}
		}
		return err
	}, args...)
	return data, err
}

// reasonOf reads what git complains of.
func reasonOf(said string, err error) failure {
	said = strings.TrimSpace(said)
	switch {
	case strings.Contains(said, "detected dubious ownership"):
		return failure{Ownership, said}
	case strings.Contains(said, "not a git repository"):
		return failure{NoRepository, said}
	case said == "":
		said = err.Error()
	}
	return failure{Failed, said}
}

// A bounded keeps the beginning of what is written to it.
type bounded struct{ bytes.Buffer }

func (b *bounded) Write(p []byte) (int, error) {
	if room := maxDetail - b.Len(); room > 0 {
		b.Buffer.Write(p[:min(len(p), room)])
	}
	return len(p), nil
}
