using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integral.Workflows.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<Guid>(
                name: "DecidedWith",
                table: "workflow_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlacesBefore",
                table: "workflow_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Search",
                table: "workflow_tasks",
                type: "TEXT",
                maxLength: 601,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "StageId",
                table: "workflow_tasks",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "Kept",
                table: "workflow_steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "workflow_steps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "TaskId",
                table: "workflow_steps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Steps",
                table: "workflow_cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "workflow_followers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Filter = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_workflow_inbox_views", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "workflow_stages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TypeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Activity = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RoleNames = table.Column<string>(type: "TEXT", maxLength: 1400, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false)
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
                INSERT INTO workflow_stages ("Id", "TypeId", "Activity", "Title", "RoleNames", "Place")
                SELECT upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21, 12)), "TypeId", "Activity", "Title", roles, 0
                FROM (SELECT hex(randomblob(16)) AS h, d.* FROM (
                    SELECT DISTINCT v."TypeId", t."Activity", t."Title", coalesce((SELECT group_concat("Role", ' ') FROM (SELECT r."Role" FROM workflow_task_roles r WHERE r."TaskId" = t."Id" ORDER BY r."Role")), '') AS roles
                    FROM workflow_tasks t JOIN workflow_cases c ON c."Id" = t."CaseId" JOIN workflow_versions v ON v."Id" = c."VersionId") d);

                UPDATE workflow_tasks SET "Deadline" = coalesce("DueOn", '9999-12-31'), "Search" = (SELECT substr(lower(c."Title" || ' ' || c."Note"), 1, 601) FROM workflow_cases c WHERE c."Id" = workflow_tasks."CaseId"),
                    "StageId" = (SELECT s."Id" FROM workflow_stages s JOIN workflow_versions v ON v."TypeId" = s."TypeId" JOIN workflow_cases c ON c."VersionId" = v."Id"
                        WHERE c."Id" = workflow_tasks."CaseId" AND s."Activity" = workflow_tasks."Activity" AND s."Title" = workflow_tasks."Title"
                        AND s."RoleNames" = coalesce((SELECT group_concat("Role", ' ') FROM (SELECT r."Role" FROM workflow_task_roles r WHERE r."TaskId" = workflow_tasks."Id" ORDER BY r."Role")), ''));

                UPDATE workflow_steps SET "Number" = (SELECT count(*) FROM workflow_steps o WHERE o."CaseId" = workflow_steps."CaseId" AND (o."At" < workflow_steps."At" OR o."At" = workflow_steps."At" AND o."Id" <= workflow_steps."Id"));

                UPDATE workflow_cases SET "Steps" = (SELECT count(*) FROM workflow_steps s WHERE s."CaseId" = workflow_cases."Id");
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TaskId = table.Column<Guid>(type: "TEXT", nullable: false)
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
