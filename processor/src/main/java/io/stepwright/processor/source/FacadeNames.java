package io.stepwright.processor.source;

import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.FacadeModel;
import io.stepwright.processor.model.ParameterModel;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names in the class that implements an interface of an MCP server. */
public final class FacadeNames {

  /** The names of local variables and lambda parameters in generated methods. */
  private static final Set<String> OWN_LOCALS =
      Set.of("it", "item", "json", "present", "value", "unused");

  private final Map<FacadeModel.Tool, String> constants = new LinkedHashMap<>();
  private final Set<String> hiding = new HashSet<>(OWN_LOCALS);
  private final String server;
  private final String servers;
  private final String json;

  public FacadeNames(FacadeModel facade) {
    AgentModel declared = facade.declared();
    Set<String> variables = new HashSet<>(declared.memberNames().fields());
    for (FacadeModel.Tool tool : facade.tools()) {
      tool.method().parameters().forEach(parameter -> variables.add(parameter.name()));
    }
    NameScope members = new NameScope(variables);
    for (FacadeModel.Tool tool : facade.tools()) {
      constants.put(tool, members.take(NameScope.constant(tool.method().name())));
    }
    NameScope fields = new NameScope(declared.memberNames().fields());
    this.server = fields.take(variable(facade.server()));
    this.servers = new NameScope(Set.of(server)).take("servers");
    hiding.addAll(members.taken());
    hiding.add(server);
    hiding.add(servers);
    this.json = json(declared);
  }

  /** The field. */
  public String server() {
    return server;
  }

  /** The constructor's parameter. */
  public String servers() {
    return servers;
  }

  /** The class that converts JSON to values and values to JSON. */
  public String json() {
    return json;
  }

  /** The constant of a tool. */
  public String constant(FacadeModel.Tool tool) {
    return constants.getOrDefault(tool, tool.method().name());
  }

  /** Returns whether a parameter of a method hides the field. */
  public boolean isHidden(FacadeModel.Tool tool) {
    return tool.method().parameters().stream().map(ParameterModel::name).anyMatch(server::equals);
  }

  /** The names of variables, fields and constants. */
  public Set<String> hiding() {
    return hiding;
  }

  private String json(AgentModel declared) {
    Set<String> taken = new HashSet<>(declared.type().simpleNames());
    taken.addAll(declared.unqualified());
    taken.addAll(hiding);
    taken.add(declared.wiredName());
    declared.memberTypes().forEach(member -> taken.add(member.type().simpleName()));
    taken.addAll(declared.memberNames().ambiguousTypes());
    return new NameScope(taken).take("Json");
  }

  /** Converts the name of a server to that of a variable: {@code my-files} to {@code myFiles}. */
  private static String variable(String server) {
    StringBuilder name = new StringBuilder();
    for (String word : List.of(server.split("[^A-Za-z0-9]+", -1))) {
      if (!word.isEmpty()) {
        name.append(name.isEmpty() ? small(word) : NameScope.capitalized(word));
      }
    }
    boolean usable = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
    return usable ? name.toString() : "server" + name;
  }

  private static String small(String word) {
    boolean shouted = word.equals(word.toUpperCase(Locale.ROOT));
    return shouted
        ? word.toLowerCase(Locale.ROOT)
        : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }
}
