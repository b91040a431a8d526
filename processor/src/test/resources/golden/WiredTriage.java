package app;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.FilledPrompt;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.ToolUse;
import io.stepwright.wiring.Wiring;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * Runs {@link Triage}: every step starts as soon as its own inputs are there.
 *
 * <pre>{@code
 * triage(report)
 *   judge  gpt-4o  at once, from report
 *       tools: newest, github_issue_list, github_repo_star (side effect); 8 turns
 * critical path: judge
 * model calls: 24 at most
 *   beside those that code makes: newest
 * }</pre>
 */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredTriage extends Triage {
  private static final AgentInfo AGENT = new AgentInfo("Triage", "app.Triage").wiredFor(3);

  private static final ModelStep<Verdict> JUDGE =
      ModelStep.json(AGENT, "judge", "gpt-4o", Json.JUDGE, Json::decodeVerdict)
          .withSideEffectOfTools()
          .fingerprint("07819d7096ac8d7ebd7d3be4417bb68daf559307a5b496d6bfb3c146e7a5a4c2");

  private static final PromptText JUDGE_PROMPT =
      PromptText.of("Is this a known issue? {{report.text}}");

  private static final ToolInfo NEWEST =
      ToolInfo.of(AGENT, "newest", "The first issue of the repository.", Json.NEWEST_ARGUMENTS)
          .readOnly();

  private static final ToolInfo GITHUB_ISSUE_LIST =
      ToolInfo.of(
              AGENT,
              "github_issue_list",
              "The issues that have changed.",
              Json.GITHUB_ISSUE_LIST_ARGUMENTS)
          .readOnly();

  private static final ToolInfo GITHUB_REPO_STAR =
      ToolInfo.of(AGENT, "github_repo_star", "Stars a repository.", Json.GITHUB_REPO_STAR_ARGUMENTS)
          .withSideEffect();

  private static final StepTools JUDGE_TOOLS =
      StepTools.of(NEWEST, GITHUB_ISSUE_LIST, GITHUB_REPO_STAR);

  private static final EntryPointInfo TRIAGE = EntryPointInfo.of(AGENT, "triage").step(JUDGE);

  private final Wiring wiring;

  private final GitHub github2;

  public WiredTriage(AgentRuntime runtime, GitHub github) {
    super(github);
    this.wiring = runtime.wiring(AGENT, JUDGE);
    this.github2 = Objects.requireNonNull(github, "Triage: 'github' is null");
  }

  @Override
  public Verdict triage(Report report) {
    Objects.requireNonNull(report, "Triage.triage: 'report' is null");
    try (Run run = wiring.start(TRIAGE)) {
      Verdict judge = run.call(JUDGE, step -> judge(step, report));
      return run.result(judge);
    }
  }

  private Verdict judge(Step step, Report report) throws InterruptedException {
    FilledPrompt prompt = JUDGE_PROMPT.with("report.text", report.text());
    return step.tools(JUDGE_TOOLS, call -> judgeTools(call, report)).ask(JUDGE, prompt);
  }

  private ToolUse.Done judgeTools(ToolUse call, Report report) throws Exception {
    return switch (call.tool()) {
      case "newest" ->
          newestTool(
              call,
              call.bound("owner", report.owner(), JsonWriter::string),
              call.bound("repo", report.repo(), JsonWriter::string));
      case "github_issue_list" -> changedTool(call);
      case "github_repo_star" -> repo_starTool(call);
      default -> throw call.unknown();
    };
  }

  private ToolUse.Done newestTool(ToolUse call, String owner, String repo) throws Exception {
    return call.run(() -> newest(owner, repo), Json::encodeIssue);
  }

  private ToolUse.Done changedTool(ToolUse call) throws Exception {
    String owner = call.argument("owner", JsonValue::asString);
    String repo = call.argument("repo", JsonValue::asString);
    Optional<Instant> since = call.optionalArgument("since", JsonValue::asInstant);
    Optional<GitHub.State> state =
        call.optionalArgument("state", json -> json.asEnum(GitHub.State.class));
    Optional<List<String>> labels =
        call.optionalArgument("labels", json -> json.asList(JsonValue::asString));
    return call.run(
        () -> github2.changed(owner, repo, since, state, labels), Json::encodeListIssue);
  }

  private ToolUse.Done repo_starTool(ToolUse call) throws Exception {
    String owner = call.argument("owner", JsonValue::asString);
    String repo = call.argument("repo", JsonValue::asString);
    return call.perform(() -> github2.repo_star(owner, repo));
  }

  @Override
  protected Verdict judge(Report report) {
    return Wiring.constructed(wiring, JUDGE).direct(JUDGE, step -> judge(step, report));
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static final String JUDGE =
        """
        {
          "type": "object",
          "properties": {
            "known": {"type": "boolean"},
            "number": {"type": "integer", "minimum": -2147483648, "maximum": 2147483647}
          },
          "required": ["known", "number"],
          "additionalProperties": false
        }
        """;

    static final String NEWEST_ARGUMENTS =
        """
        {
          "type": "object",
          "properties": {},
          "required": [],
          "additionalProperties": false
        }
        """;

    static final String GITHUB_ISSUE_LIST_ARGUMENTS =
        """
        {
          "type": "object",
          "properties": {
            "owner": {"type": "string"},
            "repo": {"type": "string"},
            "since": {
              "type": ["string", "null"],
              "description": "only issues that have changed later",
              "format": "date-time",
              "pattern": "^([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\\\.[0-9]{1,9})?Z$"
            },
            "state": {"type": ["string", "null"], "enum": ["open", "closed", null]},
            "labels": {
              "anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]
            }
          },
          "required": ["owner", "repo", "since", "state", "labels"],
          "additionalProperties": false
        }
        """;

    static final String GITHUB_REPO_STAR_ARGUMENTS =
        """
        {
          "type": "object",
          "properties": {
            "owner": {"type": "string"},
            "repo": {"type": "string"}
          },
          "required": ["owner", "repo"],
          "additionalProperties": false
        }
        """;

    static Verdict decodeVerdict(JsonValue json) {
      return new Verdict(json.field("known").asBoolean(), json.field("number").asInt());
    }

    static void encodeLabel(JsonWriter json, GitHub.Label value) {
      json.beginObject();
      json.name("name").string(value.name());
      json.name("color").optional(value.color(), JsonWriter::string);
      json.endObject();
    }

    static void encodeIssue(JsonWriter json, GitHub.Issue value) {
      json.beginObject();
      json.name("number").number(value.number());
      json.name("title").string(value.title());
      json.name("state").constant(value.state());
      json.name("labels").array(value.labels(), Json::encodeLabel);
      json.name("body").optional(value.body(), JsonWriter::string);
      json.endObject();
    }

    static void encodeListIssue(JsonWriter json, List<GitHub.Issue> value) {
      json.array(value, Json::encodeIssue);
    }
  }
}
