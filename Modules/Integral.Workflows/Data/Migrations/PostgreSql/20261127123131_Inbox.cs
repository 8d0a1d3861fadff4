using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Workflows.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Inbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_workflow_tasks_IsOpen_CreatedAt_Id",
                table: "workflow_tasks");

            migrationBuilder.DropIndex(
                name: "IX_workflow_steps_CaseId_Id",
                table: "workflow_steps");

            migrationBuilder.AddColumn<DateOnly>(
                name: "Deadline",
                table: "workflow_tasks",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<Guid>(
                name: "DecidedWith",
                table: "workflow_tasks",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlacesBefore",
                table: "workflow_tasks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Search",
                table: "workflow_tasks",
                type: "character varying(601)",
                maxLength: 601,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "StageId",
                table: "workflow_tasks",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Kept",
                table: "workflow_steps",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "workflow_steps",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "TaskId",
                table: "workflow_steps",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Steps",
                table: "workflow_cases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "workflow_followers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_followers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workflow_followers_workflow_cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "workflow_cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "workflow_inbox_views",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Filter = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_inbox_views", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_stages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TypeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Activity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RoleNames = table.Column<string>(type: "character varying(1400)", maxLength: 1400, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_stages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workflow_stages_workflow_types_TypeId",
                        column: x => x.TypeId,
                        principalTable: "workflow_types",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            // Tasks that wait already belong to a stage, made of what they say; the roles stand there from now on.
            migrationBuilder.Sql("""
                INSERT INTO workflow_stages (tenant_id, "Id", "TypeId", "Activity", "Title", "RoleNames", "Place")
                SELECT tenant_id, gen_random_uuid(), "TypeId", "Activity", "Title", roles, 0 FROM (
                    SELECT DISTINCT t.tenant_id, v."TypeId", t."Activity", t."Title", coalesce((SELECT string_agg(r."Role", ' ' ORDER BY r."Role" COLLATE "C") FROM workflow_task_roles r WHERE r.tenant_id = t.tenant_id AND r."TaskId" = t."Id"), '') AS roles
                    FROM workflow_tasks t JOIN workflow_cases c ON c.tenant_id = t.tenant_id AND c."Id" = t."CaseId" JOIN workflow_versions v ON v.tenant_id = t.tenant_id AND v."Id" = c."VersionId") d;

                UPDATE workflow_tasks t SET "Deadline" = coalesce(t."DueOn", DATE 'infinity'), "Search" = left(lower(c."Title" || ' ' || c."Note"), 601), "StageId" = s."Id"
                FROM workflow_cases c, workflow_versions v, workflow_stages s
                WHERE c.tenant_id = t.tenant_id AND c."Id" = t."CaseId" AND v.tenant_id = t.tenant_id AND v."Id" = c."VersionId" AND s.tenant_id = t.tenant_id AND s."TypeId" = v."TypeId" AND s."Activity" = t."Activity" AND s."Title" = t."Title"
                    AND s."RoleNames" = coalesce((SELECT string_agg(r."Role", ' ' ORDER BY r."Role" COLLATE "C") FROM workflow_task_roles r WHERE r.tenant_id = t.tenant_id AND r."TaskId" = t."Id"), '');

                UPDATE workflow_steps s SET "Number" = n.number FROM (SELECT tenant_id, "Id", row_number() OVER (PARTITION BY tenant_id, "CaseId" ORDER BY "At", "Id") AS number FROM workflow_steps) n WHERE n.tenant_id = s.tenant_id AND n."Id" = s."Id";

                UPDATE workflow_cases c SET "Steps" = (SELECT count(*) FROM workflow_steps s WHERE s.tenant_id = c.tenant_id AND s."CaseId" = c."Id");
                """);

            migrationBuilder.DropTable(
                name: "workflow_task_roles");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_tasks_DecidedWith",
                table: "workflow_tasks",
                column: "DecidedWith");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_tasks_open_by_age",
                table: "workflow_tasks",
                columns: new[] { "StageId", "CreatedAt", "Id" },
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_tasks_open_by_deadline",
                table: "workflow_tasks",
                columns: new[] { "StageId", "Deadline", "Id" },
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_tasks_open_by_name",
                table: "workflow_tasks",
                columns: new[] { "StageId", "Search", "Id" },
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_tasks_open_of",
                table: "workflow_tasks",
                column: "ClaimedById",
                filter: "\"IsOpen\"");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_steps_CaseId_Number",
                table: "workflow_steps",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workflow_steps_TaskId",
                table: "workflow_steps",
                column: "TaskId");

            migrationBuilder.CreateIndex(
                name: "IX_workflow_followers_AccountId_Id",
                table: "workflow_followers",
                columns: new[] { "AccountId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_followers_CaseId_AccountId",
                table: "workflow_followers",
                columns: new[] { "CaseId", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workflow_inbox_views_AccountId_Name",
                table: "workflow_inbox_views",
                columns: new[] { "AccountId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_workflow_stages_TypeId_Activity_Title_RoleNames",
                table: "workflow_stages",
                columns: new[] { "TypeId", "Activity", "Title", "RoleNames" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_workflow_steps_workflow_tasks_TaskId",
                table: "workflow_steps",
                column: "TaskId",
                principalTable: "workflow_tasks",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_workflow_tasks_workflow_stages_StageId",
                table: "workflow_tasks",
                column: "StageId",
                principalTable: "workflow_stages",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_workflow_steps_workflow_tasks_TaskId",
                table: "workflow_steps");

            migrationBuilder.DropForeignKey(
                name: "FK_workflow_tasks_workflow_stages_StageId",
                table: "workflow_tasks");

            migrationBuilder.DropTable(
                name: "workflow_followers");

            migrationBuilder.DropTable(
                name: "workflow_inbox_views");

            migrationBuilder.DropTable(
                name: "workflow_stages");

            migrationBuilder.DropIndex(
                name: "IX_workflow_tasks_DecidedWith",
                table: "workflow_tasks");

            migrationBuilder.DropIndex(
                name: "IX_workflow_tasks_open_by_age",
                table: "workflow_tasks");

            migrationBuilder.DropIndex(
                name: "IX_workflow_tasks_open_by_deadline",
                table: "workflow_tasks");

            migrationBuilder.DropIndex(
                name: "IX_workflow_tasks_open_by_name",
                table: "workflow_tasks");

            migrationBuilder.DropIndex(
                name: "IX_workflow_tasks_open_of",
                table: "workflow_tasks");

            migrationBuilder.DropIndex(
                name: "IX_workflow_steps_CaseId_Number",
                table: "workflow_steps");

            migrationBuilder.DropIndex(
                name: "IX_workflow_steps_TaskId",
                table: "workflow_steps");

            migrationBuilder.DropColumn(
                name: "Deadline",
                table: "workflow_tasks");

            migrationBuilder.DropColumn(
                name: "DecidedWith",
                table: "workflow_tasks");

            migrationBuilder.DropColumn(
                name: "PlacesBefore",
                table: "workflow_tasks");

            migrationBuilder.DropColumn(
                name: "Search",
                table: "workflow_tasks");

            migrationBuilder.DropColumn(
                name: "StageId",
                table: "workflow_tasks");

            migrationBuilder.DropColumn(
                name: "Kept",
                table: "workflow_steps");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "workflow_steps");

            migrationBuilder.DropColumn(
                name: "TaskId",
                table: "workflow_steps");

            migrationBuilder.DropColumn(
                name: "Steps",
                table: "workflow_cases");

            migrationBuilder.CreateTable(
                name: "workflow_task_roles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TaskId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_task_roles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_workflow_task_roles_workflow_tasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "workflow_tasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_tasks_IsOpen_CreatedAt_Id",
                table: "workflow_tasks",
                columns: new[] { "IsOpen", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_steps_CaseId_Id",
                table: "workflow_steps",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_workflow_task_roles_TaskId_Role",
                table: "workflow_task_roles",
                columns: new[] { "TaskId", "Role" },
                unique: true);
        }
    }
}
