package dev.lightspeed.harness.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.fixture.Demanding;
import dev.lightspeed.harness.fixture.Dumb;
import dev.lightspeed.harness.fixture.Impostor;
import dev.lightspeed.harness.fixture.Nameless;
import dev.lightspeed.harness.fixture.Sleepy;
import dev.lightspeed.harness.fixture.Twin;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class WorkloadRegistryTest {

  private static final String KNOWN =
      " known: counter, crud_table, stream_heavy_list, form_heavy_flow, or the name of a class on"
          + " the class path";

  @TempDir Path folder;

  @Test
  void knowsTheStandardWorkloadsInTheirOrder() {
    assertThat(WorkloadRegistry.all()).containsExactly(StandardWorkload.values());
  }

  @Test
  void findsAWorkloadByLabel() {
    assertThat(WorkloadRegistry.named("crud_table")).isSameAs(StandardWorkload.CRUD_TABLE);
  }

  @Test
  void findsAWorkloadByClass() {
    assertThat(WorkloadRegistry.named(Sleepy.class.getName())).isInstanceOf(Sleepy.class);
  }

  @Test
  void findsServicesOnTheClassPathAfterTheStandardOnes() throws IOException {
    withServices(
        Sleepy.class.getName(),
        () -> {
          assertThat(WorkloadRegistry.all())
              .extracting(Workload::label)
              .containsExactly(
                  "counter", "crud_table", "stream_heavy_list", "form_heavy_flow", "sleepy");
          assertThat(WorkloadRegistry.named("sleepy")).isInstanceOf(Sleepy.class);
          assertThat(WorkloadRegistry.named(Sleepy.class.getName())).isInstanceOf(Sleepy.class);
        });
  }

  @Test
  void refusesAServiceThatCannotBeLoaded() throws IOException {
    withServices(
        "no.such.Shop",
        () ->
            assertThatThrownBy(WorkloadRegistry::all)
                .isInstanceOf(InputException.class)
                .hasMessage(
                    "workloads: a service cannot be loaded:"
                        + " dev.lightspeed.harness.workload.Workload: Provider no.such.Shop not"
                        + " found"));
  }

  @Test
  void refusesAnUnknownLabelAndNamesTheNearest() {
    refused("crud", "unknown workload 'crud', did you mean 'crud_table'?" + KNOWN);
    refused("chess", "unknown workload 'chess';" + KNOWN);
    refused("com.acme.Shop", "unknown workload 'com.acme.Shop';" + KNOWN);
    refused("", "unknown workload '';" + KNOWN);
  }

  @Test
  void refusesAClassThatIsNoWorkloadOrCannotBeMade() {
    String fixture = "dev.lightspeed.harness.fixture.";
    refused(
        "java.lang.String",
        "workload 'java.lang.String': the class does not implement"
            + " dev.lightspeed.harness.workload.Workload");
    refused(
        Demanding.class.getName(),
        "workload '"
            + fixture
            + "Demanding': cannot be made, expected a public class with a public constructor"
            + " without parameters");
    refused(
        fixture + "Failing",
        "workload '"
            + fixture
            + "Failing': cannot be made: java.lang.IllegalStateException: no database");
    refused(
        Nameless.class.getName(),
        fixture
            + "Nameless: workload: the label 'Not A Label' does not match [a-z][a-z0-9_]{0,63}");
  }

  @Test
  void refusesAWorkloadWithoutALabelOrAPace() {
    refused(Dumb.class.getName(), Dumb.class.getName() + ": label() returned null");
    refused(
        Dumb.Stuttering.class.getName(),
        Dumb.Stuttering.class.getName()
            + ": label() threw java.lang.IllegalStateException: la, la");
    refused(Dumb.Still.class.getName(), Dumb.Still.class.getName() + ": pace() returned null");
    refused(
        Dumb.Rushing.class.getName(),
        Dumb.Rushing.class.getName()
            + ": pace() threw java.lang.IllegalArgumentException: pace.meanNs: 0 is out of range,"
            + " 1 to 1000000000000000");
  }

  @Test
  void refusesALabelThatIsTakenAndNamesBothClasses() {
    String counter = "dev.lightspeed.harness.workload.standard.StandardWorkload.COUNTER";
    refused(
        Impostor.class.getName(),
        "workloads: "
            + counter
            + " and "
            + Impostor.class.getName()
            + " share the label 'counter': rename one");
    assertThatThrownBy(() -> WorkloadRegistry.byLabel(List.of(new Twin(), new Sleepy())))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "workloads: "
                + Sleepy.class.getName()
                + " and "
                + Twin.class.getName()
                + " share the label 'sleepy': rename one");
  }

  /** Runs {@code test} with one service on the class path. */
  private void withServices(String className, Runnable test) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF").resolve("services"));
    Files.writeString(services.resolve(Workload.class.getName()), className + "\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      test.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void refused(String name, String message) {
    assertThatThrownBy(() -> WorkloadRegistry.named(name))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }
}
