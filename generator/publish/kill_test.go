//go:build unix

package publish

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The child processes of these tests are this program with childVariable
// set: "<folder> <mode> <step>".
const childVariable = "CXBOOK_PUBLISH_CHILD"

func TestMain(m *testing.M) {
	if job := os.Getenv(childVariable); job != "" {
		child(strings.Fields(job))
		return
	}
	os.Exit(m.Run())
}

// child publishes site b, and kills itself before the given step (counted
// from 1; 0: never); in mode "loop" it publishes a and b for ever.
func child(job []string) {
	step, err := strconv.ParseInt(job[2], 10, 64)
	if err != nil {
		panic(err)
	}
	var at atomic.Int64
	one := func(name string) {
		f, err := Open(job[0])
		if err != nil {
			panic(err)
		}
		if job[1] == "steps" {
			f.exchange = func(a, b string) error { return errors.ErrUnsupported }
		}
		f.step = func(string) {
			if at.Add(1) == step {
				_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
				time.Sleep(time.Minute)
			}
		}
		if _, err := f.Publish(context.Background(), sample(&testing.T{}, name, 12), name); err != nil {
			panic(err)
		}
	}
	one("b")
	for i := 0; job[1] == "loop"; i++ {
		one([]string{"a", "b"}[i%2])
	}
}

// run starts a child and reports whether it ended by itself. Where after is
// set, the child is killed then.
func run(t *testing.T, dir, mode string, step int, after time.Duration) (ended bool) {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVariable+"="+dir+" "+mode+" "+strconv.Itoa(step))
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if after > 0 {
		time.Sleep(after)
		_ = cmd.Process.Kill()
	}
	err := cmd.Wait()
	if err != nil && !strings.Contains(err.Error(), "killed") {
		t.Fatalf("child: %v\n%s", err, out.String())
	}
	return err == nil
}

// whole reports which of the sites the folder holds, "" if it does not exist;
// a mixture fails the test.
func whole(t *testing.T, dir string) string {
	t.Helper()
	if !exists(dir) {
		return ""
	}
	got := read(t, dir)
	for _, name := range []string{"a", "b"} {
		if cmp.Equal(got, content(sample(t, name, 12))) {
			return name
		}
	}
	t.Fatalf("the folder holds neither site whole: %v", got)
	return ""
}

func publishWhole(t *testing.T, dir, name string) {
	t.Helper()
	if _, err := open(t, dir).Publish(context.Background(), sample(t, name, 12), name); err != nil {
		t.Fatal(err)
	}
}

// Killed before any of its steps, a build leaves the old site or the new one,
// and the next build mends what it left.
func TestKilledAtEveryStep(t *testing.T) {
	for _, mode := range []string{"exchange", "steps"} {
		t.Run(mode, func(t *testing.T) {
			for step := 1; ; step++ {
				dir := filepath.Join(t.TempDir(), fmt.Sprint("public", step))
				publishWhole(t, dir, "a")
				ended := run(t, dir, mode, step, 0)
				state := whole(t, dir)
				if state == "" && mode == "exchange" {
					t.Fatalf("step %d: the folder is gone", step)
				}
				if ended {
					if step < 10 || state != "b" {
						t.Fatalf("the child ended before step %d with site %q", step, state)
					}
					return
				}
				// A build that fails later must still find a whole site.
				f := open(t, dir)
				ctx, cancel := context.WithCancel(context.Background())
				f.step = func(name string) {
					if name == "mkdir" {
						cancel()
					}
				}
				_, _ = f.Publish(ctx, sample(t, "b", 12), "b")
				if whole(t, dir) == "" {
					t.Fatalf("step %d: the next build did not mend the folder", step)
				}
				publishWhole(t, dir, "b")
				if got := whole(t, dir); got != "b" || leftovers(t, dir) != nil {
					t.Fatalf("step %d: then %q, left behind %v", step, got, leftovers(t, dir))
				}
			}
		})
	}
}

// exchanges reports whether folders in dir can be exchanged in one step.
func exchanges(t *testing.T, dir string) bool {
	t.Helper()
	a, b := filepath.Join(dir, "a"), filepath.Join(dir, "b")
	if err := errors.Join(os.MkdirAll(a, 0o755), os.MkdirAll(b, 0o755)); err != nil {
		t.Fatal(err)
	}
	return exchange(a, b) == nil
}

func TestKilledAtRandom(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishWhole(t, dir, "a")
	random := rand.New(rand.NewPCG(1, 2))
	seen := map[string]int{}
	for range 60 {
		run(t, dir, "loop", 0, time.Duration(5+random.IntN(40))*time.Millisecond)
		state := whole(t, dir)
		if state == "" {
			// Where folders cannot be exchanged the next run completes it.
			if exchanges(t, filepath.Dir(dir)) {
				t.Fatal("the folder is gone")
			}
			publishWhole(t, dir, "a")
		}
		seen[state]++
	}
	t.Logf("sites seen after a kill: %v", seen)
}
