@package@import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.SplitMix64;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** What users do, and the page that answers them. Put a view of your own in its place. */
public final class ExampleWorkload implements Workload {

  /** What reports call it. Stable: the baseline knows it by this. */
  @Override
  public String label() {
    return "example";
  }

  /** How long users think before each event, in the mean. */
  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(1));
  }

  /** What the user of a session does: without end, and the same every time. Not counted. */
  @Override
  public Iterator<Event> script(int session) {
    SplitMix64 random = SplitMix64.forSession(label(), session);
    return Stream.generate(
            () ->
                random.below(4) == 0
                    ? Event.of("remove", "index", "0")
                    : Event.of("add", "title", "Task " + random.below(1000)))
        .iterator();
  }

  /** One user's view. Opened twice for each session, so it must share no state with others. */
  @Override
  public Session open(int session) {
    return new TaskList();
  }

  /** The view: a list of tasks, of which the server sends what has changed. */
  private static final class TaskList implements Session {

    private final List<String> tasks = new ArrayList<>();

    /** The page as it is first sent: its bytes and how many operations they are. */
    @Override
    public Frame mount() {
      return Frame.of("<ul id=tasks></ul>", 1);
    }

    /** What is sent for an event. This and the mount are what is counted. */
    @Override
    public Frame handle(Event event) {
      if (event.name().equals("add")) {
        String title = event.params().get("title");
        tasks.add(title);
        return Frame.of("append #tasks <li>" + title + "</li>", 1);
      }
      if (tasks.isEmpty()) {
        return Frame.of("", 0);
      }
      tasks.remove(0);
      return Frame.of("remove #tasks 0", 1);
    }

    /** What the server keeps for the session between two events. */
    @Override
    public Object retained() {
      return tasks;
    }
  }
}
