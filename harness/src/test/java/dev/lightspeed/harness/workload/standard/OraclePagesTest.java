package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the check values cannot show, since the scripts send nothing that needs escaping. */
class OraclePagesTest {

  private static final String HOSTILE = "&<b>\"'";
  private static final String ESCAPED = "&amp;&lt;b&gt;&quot;&#39;";

  @Test
  void escapesWhatUsersTyped() {
    CrudState table =
        CrudState.initial(new SplitMix64(0))
            .handle(Event.of("create", "name", HOSTILE, "role", "admin"));
    FormState form =
        FormState.INITIAL.handle(Event.of("change", "field", "name", "value", HOSTILE));

    assertThat(OraclePages.crud(table))
        .contains("<td>51</td><td>" + ESCAPED + "</td><td>" + ESCAPED + "51@example.com</td>");
    assertThat(OraclePages.feed(List.of(new Message(1, HOSTILE, HOSTILE)), 1))
        .contains("<li id=\"msg-1\"><b>" + ESCAPED + "</b> <span>" + ESCAPED + "</span></li>");
    assertThat(OraclePages.form(form)).contains("value=\"" + ESCAPED + "\">");
  }
}
