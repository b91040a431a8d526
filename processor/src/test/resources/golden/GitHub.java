package app;

import io.stepwright.Describe;
import io.stepwright.Mcp;
import io.stepwright.SideEffect;
import io.stepwright.Tool;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The issues of a repository. */
@Mcp("github")
public interface GitHub {
  enum State {
    open,
    closed
  }

  record Label(String name, Optional<String> color) {}

  record Issue(int number, String title, State state, List<Label> labels, Optional<String> body) {}

  @Tool(readOnly = true)
  Issue issue_read(String owner, String repo, int number);

  /**
   * The issues that have changed.
   *
   * @param since only issues that have changed later
   */
  @Tool(value = "issue_list", readOnly = true)
  List<Issue> changed(
      String owner,
      String repo,
      Optional<Instant> since,
      Optional<State> state,
      Optional<List<String>> labels);

  @Tool("issue_write")
  @SideEffect
  Issue open(
      String owner,
      String repo,
      @Describe("In English") String title,
      List<Label> labels,
      Optional<LocalDate> due,
      Optional<Double> weight,
      boolean draft,
      Optional<Integer> per_page,
      Optional<String> class_);

  @Tool
  void repo_star(String owner, String repo);

  @Tool(readOnly = true)
  String get_me();

  default Issue first(String owner, String repo) {
    return issue_read(owner, repo, 1);
  }
}
