package io.stepwright.mcp.session;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program, started anew for each session. */
final class ProgramEndpoint extends Endpoint {

  /**
   * The variables that a program inherits. All others may be secrets of the application, which are
   * none of its business.
   */
  private static final List<String> INHERITED =
      List.of(
          "HOME",
          "LANG",
          "LC_ALL",
          "LOGNAME",
          "PATH",
          "SHELL",
          "TERM",
          "TMPDIR",
          "USER",
          "APPDATA",
          "COMSPEC",
          "HOMEDRIVE",
          "HOMEPATH",
          "LOCALAPPDATA",
          "PATHEXT",
          "PROCESSOR_ARCHITECTURE",
          "PROGRAMFILES",
          "SYSTEMDRIVE",
          "SYSTEMROOT",
          "TEMP",
          "TMP",
          "USERNAME",
          "USERPROFILE");

  private final String server;
  private final List<String> command;
  private final Map<String, String> environment;

  ProgramEndpoint(String server, List<String> command, Map<String, String> environment) {
    this.server = server;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
  }

  @Override
  Line open(Line.Receiver receiver) throws Failure {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> variables = builder.environment();
    Map<String, String> inherited = new HashMap<>();
    for (String name : INHERITED) {
      String value = variables.get(name);
      if (value != null) {
        inherited.put(name, value);
      }
    }
    variables.clear();
    variables.putAll(inherited);
    variables.putAll(environment);
    try {
      return ProcessLine.start(server, builder, receiver);
    } catch (IOException e) {
      // The message of the exception quotes the command.
      throw new Failure(
          Failure.Kind.NOT_SENT, "its program does not start: is it installed, and on the PATH?");
    }
  }

  @Override
  public void close() {}
}
