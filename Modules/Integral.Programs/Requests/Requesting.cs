using Integral.Platform.Messaging;
using Integral.Programs.Data;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Requests;

/// <summary>An organisation asks for a programme, answers what is asked and withdraws: for the screens and the API alike.</summary>
internal sealed class Requesting(Db db, Current current, RequestBook book, IWorkflows workflows, Outbox outbox, TimeProvider clock)
{
    /// <summary>So many of one account's can be undecided.</summary>
    public const int MostOpen = 20;
    public static readonly Sentence NotDecided = T.Say("Requests for programmes can't be taken here yet: nobody has said how they are decided.");

    /// <summary>Keeps it, once however often it is sent under its key.</summary>
    /// <param name="category">Id of the category of learners; null for everybody.</param>
    /// <exception cref="NotFoundException">There is no such category.</exception>
    /// <exception cref="RuleException">Something can't be wanted so, too much is undecided, or nobody has said how it is decided.</exception>
    public async Task<ProgrammeRequest> SendAsync(Wanted wanted, Guid? category, string key)
    {
        var (me, digest) = (current.Account!, Secrets.Digest($"{current.Account!.AccountId} {key}"));
        if (await db.ProgrammeRequests.Include(r => r.History).FirstOrDefaultAsync(r => r.Sent == digest) is { } there) return there;
        if (category is { } id) wanted = wanted with { Category = (await db.LearnerCategories.AsNoTracking().SingleOr404Async(c => c.Id == id)).Name };
        var request = new ProgrammeRequest(me.AccountId, me.Name, wanted, digest, Now);
        await db.WriteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var account = me.AccountId;
            Rule.Require(await db.ProgrammeRequests.CountAsync(r => r.AccountId == account && (r.Status == RequestStatus.Sent || r.Status == RequestStatus.Asked)) < MostOpen, T.Say("{0} of your requests aren't decided yet. Wait for that, or withdraw one.", MostOpen));
            await KeepAsync(workflows, Acting, request);
        });
        return request;
    }

    /// <summary>Adds a request and begins its case, within the transaction that is open.</summary>
    /// <exception cref="RuleException">Nobody has said how it is decided.</exception>
    public static async Task KeepAsync(IWorkflows workflows, Acting acting, ProgrammeRequest request)
    {
        acting.Db.Add(request);
        await acting.Db.SaveChangesAsync();
        Rule.Require(await workflows.StartAsync(RequestArrives.Kind, [(acting, new(ProgrammeRequest.Kind, request.Id, request.Organisation, request.Title))]), NotDecided);
    }

    /// <summary>Says what was missing: whoever asked goes on with it.</summary>
    /// <exception cref="NotFoundException">One has sent none like that.</exception>
    /// <exception cref="RuleException">Nothing was asked.</exception>
    public Task AnswerAsync(Guid id, string text) => DoAsync(id, async request =>
    {
        Rule.Require(await workflows.SignalAsync(Acting, ProgrammeRequest.Kind, id, RequestSubjects.Answered), "Nothing is missing from this request any more.");
        request.Answer(text.Trim(), Now);
    });

    /// <exception cref="NotFoundException">One has sent none like that.</exception>
    /// <exception cref="RuleException">It is over, or the programme is being written.</exception>
    public Task WithdrawAsync(Guid id) => DoAsync(id, async request =>
    {
        await workflows.CancelAsync(Acting, ProgrammeRequest.Kind, id, null);
        request.Withdraw(Now);
    });

    private Task DoAsync(Guid id, Func<ProgrammeRequest, Task> work) => db.WriteAsync(async () =>
    {
        db.ChangeTracker.Clear();
        await work(await book.OwnAsync(id));
        await db.SaveChangesAsync();
    });

    private Acting Acting => new(db, current.Tenant, current.Account!.Name, current.Account.AccountId) { Outbox = outbox };
    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
