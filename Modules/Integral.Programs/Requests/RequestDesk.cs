using Integral.Communication.Contracts;
using Integral.Platform.Messaging;
using Integral.Programs.Data;
using Integral.Workflows.Contracts;

namespace Integral.Programs.Requests;

/// <summary>The staff write a programme of a request, for the screens and the API alike. What the organisation wants is taken over; the rest is written as in any programme.</summary>
internal sealed class RequestDesk(Db db, Current current, ProgrammeDesk desk, INotices notices, Outbox outbox, TimeProvider clock)
{
    /// <exception cref="RuleException">It wasn't accepted, has one already, or the programme can't be called so.</exception>
    public async Task<Programme> BuildAsync(ProgrammeRequest request, string name, int hours)
    {
        var (who, now) = (current.Account!, clock.GetUtcNow().UtcDateTime);
        var programme = await WriteAsync(db, request, name, hours, now);
        request.Build(programme.Id, who.Name, now);
        notices.Tell(outbox, RequestChangedNotice.Of(new Acting(db, current.Tenant, who.Name, who.AccountId), request));
        return await desk.AddAsync(programme);
    }

    /// <summary>A programme with what the organisation wants. It isn't added yet.</summary>
    public static async Task<Programme> WriteAsync(Db db, ProgrammeRequest request, string name, int hours, DateTime at)
    {
        var (programme, called) = (new Programme(), request.Category);
        var category = await db.LearnerCategories.Where(c => c.Name == called).Select(c => (Guid?)c.Id).FirstOrDefaultAsync();
        programme.Describe(new(name, "", "", hours, request.Form, "", "", request.Purpose, request.Skills, category), db.Tenant.Culture, at);
        return programme;
    }
}
