using Integral.Applications.Contracts;
using Integral.Applications.Forms;
using Integral.People.Contracts;
using Integral.Platform.Audit;

namespace Integral.Applications;

/// <summary>What somebody sends.</summary>
/// <param name="Consent">The words to which they agreed; null where they didn't.</param>
/// <param name="Culture">The language that they read.</param>
internal sealed record NewApplication(NewPerson Who, string? Message, string? Consent, string Culture)
{
    /// <summary>To the words that the form shows; for whoever says no words themselves.</summary>
    public bool Agrees { get; init; }

    /// <summary>Of the words that were shown; null where the sender didn't say. Nobody agrees to words that they haven't read.</summary>
    public string? ConsentMark { get; init; }

    /// <summary>What was answered, by the names of the questions.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers { get; init; } = AnswerSheet.Nothing;
}

/// <summary>Something that was sent, on its way to being kept.</summary>
/// <param name="opening">Id of what it is for.</param>
/// <param name="said">What was said, tidied where nothing is wrong with it.</param>
/// <param name="sent">Digest of the key under which it was sent.</param>
internal sealed class SentForm(Guid opening, NewApplication said, string sent)
{
    private readonly TaskCompletionSource<Application> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Guid For { get; } = opening;
    public NewApplication Said { get; } = said;
    public string Sent { get; } = sent;

    /// <summary>What is wrong with what was said. It is told only if nothing else comes first: the same may be there already, or there is nothing to apply for.</summary>
    public RuleException? Fault { get; init; }

    /// <summary>The list of an organisation in which it stands.</summary>
    public ApplicationList? List { get; init; }

    /// <summary>By which the institution of the district that sends the list knows this one.</summary>
    public Guid? SentId { get; init; }

    /// <summary>Of a sender who is signed in.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Who sends it and from where, for the trail; null for whoever keeps it.</summary>
    public Trail? Trail { get; init; }

    /// <summary>Of whoever knows it as it was when the application was sent: of a recipe, and of a school's list.</summary>
    public Opening? Opening { get; init; }

    /// <summary>When it was sent; now where it is left out.</summary>
    public DateTime? At { get; init; }

    /// <summary>The application, or why there is none; known before it is told.</summary>
    public (Application? Kept, Exception? Refused) Outcome { get; set; }

    /// <summary>Ends when it is known and on disk what became of it.</summary>
    public Task<Application> Answer => answer.Task;

    /// <summary>Nothing is known of it; of those who were told before nothing changes.</summary>
    public void Fail(Exception trouble) => answer.TrySetException(trouble);

    public void Tell()
    {
        if (Outcome.Kept is { } kept) answer.TrySetResult(kept);
        else answer.TrySetException(Outcome.Refused ?? new InvalidOperationException("Nobody has said what became of it."));
    }
}
