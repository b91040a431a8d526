package app;

import io.stepwright.mcp.McpServer;
import io.stepwright.mcp.McpServers;
import io.stepwright.mcp.McpTool;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Calls the tools of the MCP server {@code github} that {@link GitHub} declares. */
@Generated("io.stepwright.processor.StepwrightProcessor")
@io.stepwright.wiring.Generated
public final class WiredGitHub implements GitHub {
  private static final McpTool ISSUE_READ =
      McpTool.of("issue_read", "4003d36ba9669a7fedbe03a35f6db692ecd303a88be92ac377875dba37d40656");

  private static final McpTool CHANGED =
      McpTool.of("issue_list", "fd0c2c847fa42b1d983c9227e42a44bf787554b3c3872d706a156280dfc1d341");

  private static final McpTool OPEN =
      McpTool.of("issue_write", "5b44d1198906cd83526af2b6bce3b17eaf99bb3d432bea45f80e2e0438aad444");

  private static final McpTool REPO_STAR =
      McpTool.of("repo_star", "46dea61fec2111ba6714aa0338be597e76e59241cc84c29d6d259adbb88b4592");

  private static final McpTool GET_ME =
      McpTool.of("get_me", "a4c5fef03dface714f843f57d1f7ffc52d6901de2620ba6efa712761ecc4769a");

  private final McpServer github;

  public WiredGitHub(McpServers servers) {
    this.github = servers.server("github", WiredGitHub.class);
  }

  @Override
  public Issue issue_read(String owner, String repo, int number) {
    return github.call(
        ISSUE_READ,
        json -> {
          json.name("owner").string(owner);
          json.name("repo").string(repo);
          json.name("number").number(number);
        },
        Json::decodeIssue);
  }

  @Override
  public List<Issue> changed(
      String owner,
      String repo,
      Optional<Instant> since,
      Optional<State> state,
      Optional<List<String>> labels) {
    return github.call(
        CHANGED,
        json -> {
          json.name("owner").string(owner);
          json.name("repo").string(repo);
          since.ifPresent(value -> json.name("since").string(value));
          state.ifPresent(value -> json.name("state").constant(value));
          labels.ifPresent(value -> json.name("labels").array(value, JsonWriter::string));
        },
        json -> json.asList(Json::decodeIssue));
  }

  @Override
  public Issue open(
      String owner,
      String repo,
      String title,
      List<Label> labels,
      Optional<LocalDate> due,
      Optional<Double> weight,
      boolean draft,
      Optional<Integer> per_page,
      Optional<String> class_) {
    return github.call(
        OPEN,
        json -> {
          json.name("owner").string(owner);
          json.name("repo").string(repo);
          json.name("title").string(title);
          json.name("labels").array(labels, Json::encodeLabel);
          due.ifPresent(value -> json.name("due").string(value));
          weight.ifPresent(value -> json.name("weight").number(value));
          json.name("draft").bool(draft);
          per_page.ifPresent(value -> json.name("per-page").number(value));
          class_.ifPresent(value -> json.name("class").string(value));
        },
        Json::decodeIssue);
  }

  @Override
  public void repo_star(String owner, String repo) {
    github.perform(
        REPO_STAR,
        json -> {
          json.name("owner").string(owner);
          json.name("repo").string(repo);
        });
  }

  @Override
  public String get_me() {
    return github.call(GET_ME, unused -> {}, JsonValue::asString);
  }

  @io.stepwright.wiring.Generated
  private static final class Json {
    static Label decodeLabel(JsonValue json) {
      return new Label(
          json.field("name").asString(), json.optionalField("color", JsonValue::asString));
    }

    static Issue decodeIssue(JsonValue json) {
      return new Issue(
          json.field("number").asInt(),
          json.field("title").asString(),
          json.field("state").asEnum(State.class),
          json.field("labels").asList(Json::decodeLabel),
          json.optionalField("body", JsonValue::asString));
    }

    static void encodeLabel(JsonWriter json, Label value) {
      json.beginObject();
      json.name("name").string(value.name());
      value.color().ifPresent(present -> json.name("color").string(present));
      json.endObject();
    }
  }
}
