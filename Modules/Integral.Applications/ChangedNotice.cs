using Integral.Communication.Contracts;
using Integral.Platform.Sheets;
using Integral.Workflows.Contracts;

namespace Integral.Applications;

/// <summary>The applicant's application has come further. Letters about it go to the e-mail in the application, with or without an account.</summary>
internal sealed class ChangedNotice : NoticeKind
{
    public const string Kind = "applications.changed";

    private const string Number = "number", Status = "status", For = "for", Meaning = "meaning";

    public override string Name => Kind;
    public override Sentence Title => T.Say("An application of mine has come further");
    public override Sentence Subject => T.Say("Your application No. {0}: {1}", $"{{{Number}}}", $"{{{Status}}}");
    public override Sentence Text => T.Say("{0}. {1}", $"{{{For}}}", $"{{{Meaning}}}");
    public override bool IsWrittenElsewhere => true;

    public override IReadOnlyList<NoticeValue> Values =>
    [
        new(Number, T.Say("Number of the application"), "17"), new(Status, T.Say("How far the application has come"), "Accepted"), new(For, T.Say("For what was applied"), "Python"), new(Meaning, T.Say("What that means, in plain words"), "Your application is accepted."),
    ];

    /// <summary>To whoever was signed in when they applied. Nobody is told what they did themselves.</summary>
    public static IReadOnlyCollection<News> Of(Acting acting, Application application) => application.AccountId is not { } account ? [] :
    [
        new(Kind, $"/applications/{application.Key}")
        {
            Accounts = [account], Except = acting.AccountId, About = $"{application.Id:N}",
            Values = new Dictionary<string, string> { [Number] = $"{application.Number}", [Status] = application.Status.Word().Key, [For] = application.ForTitle, [Meaning] = application.Status.Meaning().Key },
        },
    ];
}
