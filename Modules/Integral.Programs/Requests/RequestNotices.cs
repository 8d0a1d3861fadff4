using Integral.Communication.Contracts;
using Integral.Platform.Sheets;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Requests;

/// <summary>The organisation's request has come further.</summary>
internal sealed class RequestChangedNotice : NoticeKind
{
    public const string Kind = "programmes.request_changed";
    private const string About = "about", Status = "status", Meaning = "meaning";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A request of mine for a programme has come further");
    public override Sentence Subject => T.Say("Your request for a programme: {0}", $"{{{Status}}}");
    public override Sentence Text => T.Say("{0}. {1}", $"{{{About}}}", $"{{{Meaning}}}");
    public override LetterChoice Letters => LetterChoice.AtOnce;
    public override string Permission => ProgramsModule.Request;
    public override IReadOnlyList<NoticeValue> Values =>
        [new(About, T.Say("What the programme is to be about"), "Python"), new(Status, T.Say("How far the request has come"), "Accepted"), new(Meaning, T.Say("What that means, in plain words"), "Your request is accepted. The institution will write the programme.")];

    /// <summary>Nobody is told what they did themselves.</summary>
    public static News Of(Acting acting, ProgrammeRequest request) => new(Kind, $"/Admin/OwnRequests/Show/{request.Id}")
    {
        Accounts = [request.AccountId], Except = acting.AccountId, About = $"{request.Id:N}",
        Values = new Dictionary<string, string> { [About] = request.Title, [Status] = request.Status.Word().Key, [Meaning] = request.Status.Meaning().Key },
    };
}

/// <summary>The programme for which the organisation asked is in the catalogue.</summary>
internal sealed class RequestPublishedNotice : NoticeKind
{
    public const string Kind = "programmes.request_published";
    private const string Programme = "programme";

    public override string Name => Kind;
    public override Sentence Title => T.Say("A programme for which I asked is in the catalogue");
    public override Sentence Subject => T.Say("The programme you asked for is in the catalogue: {0}", $"{{{Programme}}}");
    public override Sentence Text => T.Say("The programme is in the catalogue: people can apply for it.");
    public override LetterChoice Letters => LetterChoice.AtOnce;
    public override string Permission => ProgramsModule.Request;
    public override IReadOnlyList<NoticeValue> Values => [new(Programme, T.Say("Name of the programme"), "Python")];

    public static News Of(ProgrammeRequest request, Programs.Programme programme) => new(Kind, $"/programmes/{programme.Slug}")
    {
        Accounts = [request.AccountId], About = $"{request.Id:N}", Values = new Dictionary<string, string> { [Programme] = programme.Name },
    };
}
