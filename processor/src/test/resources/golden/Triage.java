package app;

import app.GitHub.Issue;
import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Describe;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.Tool;
import io.stepwright.Tools;

@Agent
public abstract class Triage {

  public record Report(String owner, String repo, String text) {}

  public record Verdict(boolean known, int number) {}

  private final GitHub github;

  protected Triage(GitHub github) {
    this.github = github;
  }

  @EntryPoint("judge")
  public abstract Verdict triage(Report report);

  @AgentStep
  @Model("gpt-4o")
  @Tools({"newest", "github.issue_list", "github.repo_star"})
  @Prompt("Is this a known issue? {{report.text}}")
  protected abstract Verdict judge(Report report);

  @Tool(readOnly = true)
  @Describe("The first issue of the repository.")
  protected Issue newest(
      @From("report.owner") String owner, @From("report.repo") String repo) {
    return github.first(owner, repo);
  }
}
