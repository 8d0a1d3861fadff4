using Integral.Platform.Audit;

namespace Integral.Applications.Forms;

/// <summary>What is asked for one thing for which one can apply, or for all of a kind that have no form of their own.</summary>
[Audited]
internal sealed class ApplicationForm
{
    public const int LongestSubject = 60;

    private ApplicationForm() { }

    public ApplicationForm(string of) => Of = of;

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Id of what one applies for, or its kind.</summary>
    public string Of { get; private init; } = "";

    /// <summary>What that is called.</summary>
    public string Title { get; private set; } = "";

    /// <summary>An <see cref="AskedForm"/> as JSON.</summary>
    public string Said { get; private set; } = "{\"fields\":[]}";
    public DateTime ChangedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public AskedForm Read() => Json.Read<AskedForm>(Said)!;

    /// <param name="title">Of what it is for.</param>
    /// <exception cref="RuleException">It can't be so.</exception>
    public void Say(AskedForm form, string title, DateTime at)
    {
        form.Check();       // what is tidied away isn't passed over in silence
        var (before, wanted) = (Read(), form.Tidied());
        wanted.Check();
        wanted = wanted with { ConsentVersion = wanted.AgreesWith(before) ? before.ConsentVersion : before.ConsentVersion + 1 };
        var said = Json.Write(wanted);
        Rule.Require(said.Length <= AskedForm.LongestForm, "The form is too long: take out what isn't needed.");
        (Said, Title, ChangedAt) = (said, title.Length > Application.LongestTitle ? title[..Application.LongestTitle] : title, at);
        Version++;
    }
}
