package app;

import io.stepwright.*;
import java.nio.file.Path;
import java.time.*;
import java.util.*;

class McpParameter {
  enum State { open, closed, merged }
  enum Two { open, closed }
  record Label(String name, Optional<String> color) {}
  record Colour(String name, String colour) {}
  record Nameless(Optional<String> color) {}
  record Unnamed(Optional<String> name) {}
  record Numbered(int name) {}
  record Tree(String name, List<Tree> below) {}

  @Mcp("github")
  interface GitHub {
    @Tool
    String issue_read( // <- McpParameter: GitHub.issue_read has no parameter 'repo', which the tool 'issue_read' requires: a string.
        String owner,
        String rep, // <- McpParameter: Parameter 'rep' of GitHub.issue_read is no argument of the tool 'issue_read', which takes 'owner', 'repo', 'number'.
        String number); // <- McpParameter: is of type String, but the tool 'issue_read' takes an integer. See

    @Tool
    void repo_star( // <- McpParameter: has no parameter 'owner'
        Optional<String> repo); // <- McpParameter: Parameter 'repo' of GitHub.repo_star is Optional, but the server requires it.

    @Tool
    void get_me(
        int page); // <- McpParameter: is no argument of the tool 'get_me', which takes none.

    @Tool
    void issue_list(
        String owner,
        char repo,
        LocalDate since, // <- McpParameter: is of type LocalDate, but the tool 'issue_list' takes a string of the format 'date-time'.
        Optional<State> state, // <- McpParameter: has the constant 'merged' of State, but the tool 'issue_list' takes one of 'open', 'closed'.
        List<Integer> labels); // <- McpParameter: 'labels[]' of GitHub.issue_list is of type Integer, but the tool 'issue_list' takes a string.

    @Tool
    void issue_write(
        String owner,
        String repo,
        Path title, // <- McpParameter: cannot be sent to a server: 'Path' has no JSON form
        Optional<Two> state,
        List<Colour> labels, // <- McpParameter: 'labels[].colour' of GitHub.issue_write is unknown, but the tool 'issue_write' takes an object with 'name', 'color'.
        LocalDate due,
        Optional<Boolean> weight, // <- McpParameter: is of type Boolean, but the tool 'issue_write' takes a number.
        Optional<Double> draft, // <- McpParameter: is of type Double, but the tool 'issue_write' takes true or false.
        double per_page, // <- McpParameter: is of type double, but the tool 'issue_write' takes an integer.
        String class_);
  }

  @Mcp("labels")
  interface Labels {
    @Tool
    void one(Label label, List<Label> labels);

    @Tool
    void two(
        Nameless label, // <- McpParameter: Parameter 'label' of Labels.two has no component 'name', but the tool 'two' takes only objects that have it.
        List<Unnamed> labels); // <- McpParameter: 'labels[].name' of Labels.two is Optional, but the tool 'two' takes only objects that have it.

    @Tool
    void three(
        Numbered label, // <- McpParameter: 'label.name' of Labels.three is of type int, but the tool 'three' takes a string.
        Label labels); // <- McpParameter: is of type Label, but the tool 'three' takes an array (an object with 'name', 'color').

    @Tool
    void four(
        Tree label, // <- McpParameter: cannot be sent to a server: 'Tree.below[]' contains itself.
        Map<String, String> labels); // <- McpParameter: is of type Map<String, String>, but the tool 'four' takes an array
  }
}
