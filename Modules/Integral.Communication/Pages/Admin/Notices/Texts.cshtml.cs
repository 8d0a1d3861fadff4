using Integral.Communication.Contracts;

namespace Integral.Communication.Pages.Admin.Notices;

/// <summary>The texts of all kinds of notices.</summary>
[Authorize(CommunicationModule.Notices)]
internal sealed class TextsModel(TextDesk desk) : PageModel
{
    public IReadOnlyList<NoticeKind> Kinds => desk.Kinds;
    public IReadOnlySet<(string Kind, string Culture)> Changed { get; private set; } = new HashSet<(string, string)>();

    public async Task OnGetAsync() => Changed = await desk.ChangedAsync();
}
